/** The page under test: clients as the scenario wants them, at the test's call. */
import { createClient, type Client, type ClientOptions } from '@heed/client';
import { asForm, asText } from '@heed/client/requests';
import type { HeedError, ResponseRecord } from '@heed/core';
import { BlockWatch } from './block-watch.ts';
import { StillClock } from './clock.ts';
import { breakParts, claimOnLine, prepareDevice, workingLocks } from './device.ts';
import { blockDatabase, deleteDatabase, readRows, unblockDatabase, writeRows } from './rows.ts';
import type { ClientSettings, PageTask, Receipt, Report } from './types.ts';

/** How much of the largest back-off is waited for. */
const RANDOM = 0.5;

/** Absent on a page without a client: one that was gone to, or that only looks at the device. */
const task = JSON.parse(new URLSearchParams(location.search).get('task') ?? 'null') as PageTask | null;
const clock = new StillClock(task?.now ?? 0);
const problems: string[] = [];
const send = fetch.bind(globalThis);
let attempts = 0;
let underWay = 0;
let wasCached = false;

function report(about: Report): void {
  const body = JSON.stringify(about);
  // A page of a closed browser, or one without a network, tells what it can.
  if (task)
    send(`/report/${task.run}`, { method: 'POST', mode: 'no-cors', keepalive: true, body }).catch(() => {});
}

function notice(problem: string): void {
  problems.push(problem);
  report({ problem });
}

/** The page's own `fetch`, and a number in the address by which copies that a browser makes by itself are known. */
function countingFetch(address: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(String(address), location.href);
  url.searchParams.set('attempt', Math.random().toString(36).slice(2));
  attempts++;
  underWay++;
  return send(url, init).finally(() => underWay--);
}

const REQUESTS = { 'as text': asText, 'as form': asForm };

function toOptions(
  { endpoint, token, acknowledge, request, consent }: ClientSettings,
  { endpoints }: PageTask,
): Partial<ClientOptions> {
  return {
    ...(request && { request: REQUESTS[request] }),
    ...(consent !== undefined && { consent }),
    ...(endpoint && { endpoint: endpoints[endpoint] }),
    ...(token && {
      headers:
        token === 'none to be had' ? () => Promise.reject(new Error('no token')) : { authorization: token },
    }),
    ...(acknowledge && { acknowledge: ({ text }: { text: string }) => text.includes('"ok":true') }),
  };
}

function start(queue: string, settings: ClientSettings, task: PageTask): Client {
  const { transform, maxItems, maxAgeMs } = settings;
  const options: ClientOptions = {
    endpoint: task.endpoints['other origin'],
    project: task.run + queue,
    clock,
    random: () => RANDOM,
    fetch: countingFetch,
    ...toOptions(settings, task),
    ...(maxItems !== undefined && { maxItems }),
    ...(maxAgeMs !== undefined && { maxAgeMs }),
    ...(transform && { transform: MISTAKES[transform] }),
  };
  return createClient(options);
}

const MISTAKES = {
  cycle(record: ResponseRecord) {
    const circle: Record<string, unknown> = { ...record };
    circle['self'] = circle;
    return circle;
  },
  BigInt: (record: ResponseRecord) => ({ ...record, count: 1n }),
  function: () => () => 1,
};

addEventListener('error', ({ message }) => notice(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => notice(`rejection: ${String(reason)}`));
addEventListener('pageshow', ({ persisted }) => {
  wasCached = persisted;
});
prepareDevice();
breakParts(task?.settings.broken ?? []);
claimOnLine(task?.settings.onLine);
const watch = task?.settings.isWatched ? new BlockWatch() : undefined;
const { queues = [''] } = task?.settings ?? {};
const clients = task ? queues.map((queue) => start(queue, task.settings, task)) : [];

function clientAt(index: number): Client {
  const client = clients[index];
  if (!client) throw new Error(`this page has no client ${index}`);
  return client;
}

/** One after the other, as a visitor would. */
async function submit(bodies: string[], index: number, fileBytes: number): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  const files = fileBytes > 0 ? [new File([new Uint8Array(fileBytes).fill(7)], 'photo.png')] : undefined;
  for (const body of bodies) receipts.push(await submitOne(body, index, files));
  return receipts;
}

async function submitOne(body: string, index: number, files?: File[]): Promise<Receipt> {
  const record = JSON.parse(body) as ResponseRecord;
  const gives = await clientAt(index)
    .submit(record, files)
    .then(
      ({ stored }) => stored,
      (error: HeedError) => error.code ?? String(error),
    );
  const receipt = { id: record.id, gives };
  report({ receipt });
  return receipt;
}

/** All at once, and nobody waits. */
function submitLoosely(bodies: string[], index: number): void {
  for (const body of bodies) void submitOne(body, index);
}

globalThis.faults = {
  submit,
  submitLoosely,
  leave(bodies, url) {
    // After this call has been answered, which a page that is gone cannot do.
    setTimeout(() => {
      submitLoosely(bodies, 0);
      location.href = url;
    });
  },
  submitOnLeaving: (bodies) => addEventListener('pagehide', () => submitLoosely(bodies, 0)),
  configure(settings) {
    if (task) for (const client of clients) client.configure(toOptions(settings, task));
  },
  flush: async () => void (await Promise.all(clients.map((client) => client.flush()))),
  retry: async (ids) => void (await Promise.all(ids.map((id) => clientAt(0).retry(id)))),
  discard: async (ids) => void (await Promise.all(ids.map((id) => clientAt(0).discard(id)))),
  purge: () => clientAt(0).purge(),
  async countPending() {
    const items = await Promise.all(clients.map((client) => client.pending()));
    return items.flat().length;
  },
  async pending() {
    const items = await Promise.all(clients.map((client) => client.pending()));
    return Object.fromEntries(items.flat().map(({ id, state }) => [id, state]));
  },
  break: breakParts,
  dispatch(type, claims) {
    claimOnLine(claims);
    dispatchEvent(new Event(type));
  },
  stealLock: async () => workingLocks?.request(`heed:${task?.run}`, { steal: true }, () => {}),
  deleteDatabase: () => deleteDatabase(`heed:${task?.run}`),
  pass: (ms) => clock.pass(ms),
  jump: (ms) => clock.jump(ms),
  nextTimerMs: () => (underWay > 0 ? null : clock.nextMs),
  passIfIdle(ms) {
    if (underWay > 0) return false;
    clock.pass(ms);
    return true;
  },
  describe: () => ({
    path: location.pathname,
    wasCached,
    isSecure: isSecureContext,
    hasLocks: Boolean(navigator.locks),
    attempts,
    problems,
  }),
  measureWaits: async () => watch?.read(),
  writeRows,
  blockDatabase,
  unblockDatabase,
  readRows,
};
