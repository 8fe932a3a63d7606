import { LEFTOVER_TRIES } from './options.ts';
import type { Session } from './session.ts';
import type { Tab } from './tab.ts';

const HOUR_MS = 3_600_000;

/** How a run ends: only time passes, `flush()` is called, or a new page is opened. */
export type Ending = 'wait' | 'flush' | 'reload';

/** Ends all failures and checks that every queued record is delivered, and nothing else. */
export async function finish(session: Session, how: Ending): Promise<void> {
  await endFailures(session, how);
  if (how === 'flush') for (const tab of listTabs(session)) session.call('flush', tab, tab.client.flush());
  await session.environment.time.advance(longestWaitMs(session));
  await session.settle();
  await checkDeliveredWithoutHelp(session);
  await deliverRest(session);
  await session.environment.time.advance(longestWaitMs(session));
  await session.settle();
  session.ledger.checkReceipts();
  for (const { name, tab } of session.calls)
    if (tab.state !== 'gone') session.ledger.report(`${name} does not end`);
  for (const tab of listTabs(session)) await session.checkPending(tab);
  await checkDrained(session);
  session.ledger.assert();
}

/** Returns the open tabs whose client is not closed. */
function listTabs(session: Session): Tab[] {
  return session.slots.filter((tab) => tab?.state === 'open' && !tab.isClosed) as Tab[];
}

/** Returns the time after which every deliverable record must be delivered. */
function longestWaitMs(session: Session): number {
  const { fixedReplies, posts } = session.environment.endpoint;
  if (session.hasLongWaits) return 26 * HOUR_MS;
  const isHeld = posts.some(({ reply }) => [401, 404, 410, 'redirect'].includes(reply.kind));
  if (!session.ledger.isUndisturbed || isHeld || fixedReplies.size > 0)
    return (2 + 2 * fixedReplies.size) * HOUR_MS;
  // An attempt in progress may take 30 seconds. Afterwards the client waits, at most as long as after all failures. Those
  // of a queue entry that an earlier visit left count as well.
  const failures = LEFTOVER_TRIES + session.ledger.requestBudget.unsuccessful;
  return Math.min(2 * HOUR_MS, 31_000 + 4000 * 2 ** failures);
}

/** Ends all failures, except frozen tabs and records that the endpoint always rejects. */
async function endFailures(session: Session, how: Ending): Promise<void> {
  session.ledger.requestBudget.allow(10 + 4 * session.ledger.entries.size);
  if (session.environment.device.fault !== 'none') session.fail('none');
  session.environment.endpoint.defaultReply = { kind: 200 };
  session.environment.endpoint.script.length = 0;
  for (const [slot, tab] of session.slots.entries()) {
    if (!tab) continue;
    if (how === 'reload') {
      session.crash(slot, false);
      continue;
    }
    if (tab.isPageHidden) tab.show();
    if (tab.headers !== 'value') session.configure(tab, { headers: 'value', path: '/feedback' });
    if (!tab.hasConsent) session.consent(tab, true);
  }
  if (listTabs(session).length === 0) session.open(session.slots.length, { hasLocks: true });
  await session.settle();
}

/** Checks that the device contains only records that the endpoint rejects. */
async function checkDeliveredWithoutHelp(session: Session): Promise<void> {
  const { ledger, environment } = session;
  const lists = await Promise.all(listTabs(session).map(({ client }) => client.pending()));
  const parked = new Set(lists.flat().flatMap(({ id, state }) => (state === 'parked' ? id : [])));
  for (const [id, value] of await session.readStore()) {
    const entry = ledger.entries.get(id);
    const isRejected = (parked.has(id) && entry?.rejections) || environment.endpoint.fixedReplies.has(id);
    if (entry && !isRejected) ledger.report(`${id} is not sent: ${JSON.stringify(value)}`);
  }
  ledger.assert();
}

/** Thaws frozen tabs, makes the endpoint accept every record, and retries parked records. */
async function deliverRest(session: Session): Promise<void> {
  session.ledger.requestBudget.allow(10 + 4 * session.ledger.entries.size);
  session.environment.endpoint.fixedReplies.clear();
  for (const tab of session.slots) if (tab?.state === 'frozen') tab.thaw();
  await session.settle();
  for (const tab of listTabs(session))
    for (const { id, state } of await tab.client.pending()) if (state === 'parked') session.retryId(tab, id);
}

/** Checks that the queue is empty and that every promised record arrived unchanged. */
async function checkDrained(session: Session): Promise<void> {
  const { ledger, environment } = session;
  for (const id of (await session.readStore()).keys())
    if (ledger.entries.has(id)) ledger.report(`${id} is left on the device`);
  for (const { id, isPromised, memoryTabs } of ledger.entries.values())
    if ((isPromised || memoryTabs.size > 0) && !ledger.arrived(id)) ledger.report(`${id} does not arrive`);
  for (const [id, bodies] of environment.endpoint.received)
    for (const body of bodies)
      if (!ledger.entries.get(id)?.bodies.has(body)) ledger.report(`${id} arrived with different bytes`);
}
