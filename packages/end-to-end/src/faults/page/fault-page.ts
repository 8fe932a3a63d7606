/** The page under test. Starts the scenario's clients, and exposes functions for the test to call. */
import { createClient, type Client, type ClientOptions } from '@heed/client';
import { asForm, asText } from '@heed/client/requests';
import type { HeedError, ResponseRecord } from '@heed/core';
import { MainThreadMonitor } from './main-thread-monitor.ts';
import { ManualClock } from './manual-clock.ts';
import { setPlatformFaults, overrideOnLine, installFaults, workingLocks } from './platform-faults.ts';
import {
  blockDatabase,
  deleteDatabase,
  readEntries,
  unblockDatabase,
  writeEntries,
} from './queue-entries.ts';
import type { ClientSettings, PageConfig, Receipt, Report } from './page-api.ts';

/** The fraction of the maximum back-off that the client waits. */
const BACK_OFF_FRACTION = 0.5;

/** `null` on a page without a client: the target of a navigation, or a page that only reads the device. */
const config = JSON.parse(new URLSearchParams(location.search).get('config') ?? 'null') as PageConfig | null;
const clock = new ManualClock(config?.now ?? 0);
const problems: string[] = [];
const nativeFetch = fetch.bind(globalThis);
let attempts = 0;
let pendingRequests = 0;
let wasCached = false;

function report(message: Report): void {
  const body = JSON.stringify(message);
  // Fails silently in a page that is offline or whose browser is closing.
  if (config)
    nativeFetch(`/report/${config.run}`, { method: 'POST', mode: 'no-cors', keepalive: true, body }).catch(
      () => {},
    );
}

function recordProblem(problem: string): void {
  problems.push(problem);
  report({ problem });
}

/** Counts attempts, and adds an attempt id to the URL so that requests repeated by the browser can be recognised. */
function countingFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(String(input), location.href);
  url.searchParams.set('attempt', Math.random().toString(36).slice(2));
  attempts++;
  pendingRequests++;
  return nativeFetch(url, init).finally(() => pendingRequests--);
}

const REQUESTS = { 'as text': asText, 'as form': asForm };

function toOptions(
  { endpoint, token, acknowledge, request, consent }: ClientSettings,
  { endpoints }: PageConfig,
): Partial<ClientOptions> {
  return {
    ...(request && { request: REQUESTS[request] }),
    ...(consent !== undefined && { consent }),
    ...(endpoint && { endpoint: endpoints[endpoint] }),
    ...(token && {
      headers:
        token === 'unavailable' ? () => Promise.reject(new Error('no token')) : { authorization: token },
    }),
    ...(acknowledge && { acknowledge: ({ text }: { text: string }) => text.includes('"ok":true') }),
  };
}

function startClient(queue: string, settings: ClientSettings, config: PageConfig): Client {
  const { transform, maxItems, maxAgeMs } = settings;
  const options: ClientOptions = {
    endpoint: config.endpoints['cross origin'],
    project: config.run + queue,
    clock,
    random: () => BACK_OFF_FRACTION,
    fetch: countingFetch,
    ...toOptions(settings, config),
    ...(maxItems !== undefined && { maxItems }),
    ...(maxAgeMs !== undefined && { maxAgeMs }),
    ...(transform && { transform: INVALID_TRANSFORMS[transform] }),
  };
  return createClient(options);
}

const INVALID_TRANSFORMS = {
  cycle(record: ResponseRecord) {
    const circle: Record<string, unknown> = { ...record };
    circle['self'] = circle;
    return circle;
  },
  BigInt: (record: ResponseRecord) => ({ ...record, count: 1n }),
  function: () => () => 1,
};

addEventListener('error', ({ message }) => recordProblem(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => recordProblem(`rejection: ${String(reason)}`));
addEventListener('pageshow', ({ persisted }) => {
  wasCached = persisted;
});
installFaults();
setPlatformFaults(config?.settings.faults ?? []);
overrideOnLine(config?.settings.onLine);
const monitor = config?.settings.isMonitored ? new MainThreadMonitor() : undefined;
const { queues = [''] } = config?.settings ?? {};
const clients = config ? queues.map((queue) => startClient(queue, config.settings, config)) : [];

function clientAt(index: number): Client {
  const client = clients[index];
  if (!client) throw new Error(`this page has no client ${index}`);
  return client;
}

/** Submits one record after the other, as a user would. */
async function submit(bodies: string[], index: number, fileBytes: number): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  const files = fileBytes > 0 ? [new File([new Uint8Array(fileBytes).fill(7)], 'photo.png')] : undefined;
  for (const body of bodies) receipts.push(await submitOne(body, index, files));
  return receipts;
}

async function submitOne(body: string, index: number, files?: File[]): Promise<Receipt> {
  const record = JSON.parse(body) as ResponseRecord;
  const result = await clientAt(index)
    .submit(record, files)
    .then(
      ({ stored }) => stored,
      (error: HeedError) => error.code ?? String(error),
    );
  const receipt = { id: record.id, result };
  report({ receipt });
  return receipt;
}

function submitConcurrently(bodies: string[], index: number): void {
  for (const body of bodies) void submitOne(body, index);
}

globalThis.faultPage = {
  submit,
  submitConcurrently,
  leave(bodies, url) {
    // Runs after this call has returned, because a page that has unloaded cannot reply.
    setTimeout(() => {
      submitConcurrently(bodies, 0);
      location.href = url;
    });
  },
  submitOnPagehide: (bodies) => addEventListener('pagehide', () => submitConcurrently(bodies, 0)),
  configure(settings) {
    if (config) for (const client of clients) client.configure(toOptions(settings, config));
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
  setFaults: setPlatformFaults,
  dispatch(type, onLine) {
    overrideOnLine(onLine);
    dispatchEvent(new Event(type));
  },
  stealLock: async () => workingLocks?.request(`heed:${config?.run}`, { steal: true }, () => {}),
  deleteDatabase: () => deleteDatabase(`heed:${config?.run}`),
  advance: (ms) => clock.advance(ms),
  shiftClock: (ms) => clock.shift(ms),
  nextTimerMs: () => (pendingRequests > 0 ? null : clock.nextTimerMs),
  advanceIfIdle(ms) {
    if (pendingRequests > 0) return false;
    clock.advance(ms);
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
  readDelays: async () => monitor?.read(),
  writeEntries,
  blockDatabase,
  unblockDatabase,
  readEntries,
};
