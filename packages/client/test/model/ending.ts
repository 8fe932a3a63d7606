import type { Session } from './session.ts';
import type { Tab } from './tab.ts';

const HOUR_MS = 3_600_000;

/** What brings about that the rest is sent: nothing but time, a call, or a new page. */
export type Ending = 'wait' | 'flush' | 'reload';

/** Everything is well from now on: what waits must be delivered, all of it and nothing else. */
export async function finish(session: Session, how: Ending): Promise<void> {
  await heal(session, how);
  if (how === 'flush') for (const tab of listTabs(session)) session.call('flush', tab, tab.client.flush());
  await session.environment.time.advance(longestWaitMs(session));
  await session.pass();
  await checkUnaided(session);
  await help(session);
  await session.environment.time.advance(longestWaitMs(session));
  await session.pass();
  session.ledger.checkReceipts();
  for (const { what, tab } of session.calls)
    if (tab.state !== 'gone') session.ledger.report(`${what} does not end`);
  for (const tab of listTabs(session)) await session.checkPending(tab);
  await checkDrained(session);
  session.ledger.assert();
}

/** Open tabs in which a client is at work. */
function listTabs(session: Session): Tab[] {
  return session.slots.filter((tab) => tab?.state === 'open' && !tab.isClosed) as Tab[];
}

/** As long as it may take until everything that can be delivered is. */
function longestWaitMs(session: Session): number {
  const { fixedReplies, posts } = session.environment.endpoint;
  if (session.hasLongWaits) return 26 * HOUR_MS;
  const isHeld = posts.some(({ reply }) => [401, 404, 410, 'redirect'].includes(reply.what));
  if (!session.ledger.isCalm || isHeld || fixedReplies.size > 0) return (2 + 2 * fixedReplies.size) * HOUR_MS;
  // What is under way may take half a minute; then each row and the tab wait, for no longer than after all failures.
  return Math.min(2 * HOUR_MS, 31_000 + 4000 * 2 ** session.ledger.rate.unsuccessful);
}

/** Makes everything well, but for tabs that are frozen and records that the endpoint never takes. */
async function heal(session: Session, how: Ending): Promise<void> {
  session.ledger.rate.allow(10 + 4 * session.ledger.entries.size);
  if (session.environment.device.fault !== 'none') session.fail('none');
  session.environment.endpoint.defaultReply = { what: 200 };
  session.environment.endpoint.script.length = 0;
  for (const [slot, tab] of session.slots.entries()) {
    if (!tab) continue;
    if (how === 'reload') {
      session.crash(slot, false);
      continue;
    }
    if (tab.isLeaving) tab.show();
    if (tab.headers !== 'value') session.configure(tab, { headers: 'value', path: '/feedback' });
    if (!tab.hasConsent) session.consent(tab, true);
  }
  if (listTabs(session).length === 0) session.open(session.slots.length, { hasLocks: true });
  await session.pass();
}

/** Nothing is left on the device but what the endpoint refuses. */
async function checkUnaided(session: Session): Promise<void> {
  const { ledger, environment } = session;
  const lists = await Promise.all(listTabs(session).map(({ client }) => client.pending()));
  const parked = new Set(lists.flat().flatMap(({ id, state }) => (state === 'parked' ? id : [])));
  for (const [id, row] of await session.readStore()) {
    const entry = ledger.entries.get(id);
    const isRefused = (parked.has(id) && entry?.parks) || environment.endpoint.fixedReplies.has(id);
    if (entry && !isRefused) ledger.report(`${id} is not sent: ${JSON.stringify(row)}`);
  }
  ledger.assert();
}

/** Frozen tabs come back, the endpoint takes everything, and what it refused is tried again. */
async function help(session: Session): Promise<void> {
  session.ledger.rate.allow(10 + 4 * session.ledger.entries.size);
  session.environment.endpoint.fixedReplies.clear();
  for (const tab of session.slots) if (tab?.state === 'frozen') tab.thaw();
  await session.pass();
  for (const tab of listTabs(session))
    for (const { id, state } of await tab.client.pending()) if (state === 'parked') session.retryId(tab, id);
}

async function checkDrained(session: Session): Promise<void> {
  const { ledger, environment } = session;
  for (const id of (await session.readStore()).keys())
    if (ledger.entries.has(id)) ledger.report(`${id} is left on the device`);
  for (const { id, isPromised, memoryTabs } of ledger.entries.values())
    if ((isPromised || memoryTabs.size > 0) && !ledger.arrived(id)) ledger.report(`${id} does not arrive`);
  for (const [id, bodies] of environment.endpoint.held)
    for (const body of bodies)
      if (!ledger.entries.get(id)?.bodies.has(body)) ledger.report(`${id} arrived with other bytes`);
}
