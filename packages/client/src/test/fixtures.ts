/** Fixtures of the browser tests. */
import { createRecord, type ResponseRecord } from '@heed/core';
import { openSpace, type RemoteSpace } from '@heed/testing/fault-server/remote';
import { createClient, type Client, type ClientEvent, type ClientOptions, type Clock } from '../index.ts';

const started: Client[] = [];
const spaces: RemoteSpace[] = [];

export function makeRecord(text = 'Fast delivery'): ResponseRecord {
  const random = crypto.getRandomValues(new Uint8Array(10));
  return createRecord(
    { survey: 'checkout', answers: [{ name: 'why', kind: 'text', value: text }] },
    Date.now(),
    random,
  );
}

/** A unique name. */
export function makeName(): string {
  return `t${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('')}`;
}

export async function makeSpace(): Promise<RemoteSpace> {
  const { origin } = (await (await fetch('/fault-server.json')).json()) as { origin: string };
  const space = openSpace(origin, makeName());
  spaces.push(space);
  return space;
}

export interface TestClient extends Client {
  /** All events so far. */
  events: ClientEvent[];
  project: string;
}

/** A client with its own queue, closed by {@link closeAll}. */
export function startClient(options: ClientOptions): TestClient {
  const events: ClientEvent[] = [];
  const project = options.project ?? makeName();
  const client = createClient({ ...options, project, onEvent: (event) => void events.push(event) });
  started.push(client);
  return Object.assign(client, { events, project });
}

/** Closes all clients, and the connections of their requests without a reply. */
export async function closeAll(): Promise<void> {
  for (const client of started.splice(0)) client.close();
  await Promise.all(spaces.splice(0).map((space) => space.release()));
}

/** How long an attempt may take, and how long a client waits for the lock. */
const LIMITS_MS = [30_000, 60_000];

interface Timer {
  ms: number;
  time: number;
  controller: AbortController;
}

/** A clock that only moves when a test advances it. */
export class FakeClock implements Clock {
  #now = Date.now();
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  timeout(ms: number): AbortSignal {
    const controller = new AbortController();
    this.#timers.push({ ms, time: this.#now + ms, controller });
    return controller.signal;
  }

  /** How long until the client's timer ends, in milliseconds; undefined without a timer. */
  get idleMs(): number | undefined {
    const alarms = this.#timers.filter(
      ({ ms, controller }) => !LIMITS_MS.includes(ms) && controller.signal.onabort,
    );
    return alarms.length > 0 ? Math.min(...alarms.map(({ time }) => time - this.#now)) : undefined;
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#timers.filter(({ time }) => time <= this.#now);
    this.#timers = this.#timers.filter(({ time }) => time > this.#now);
    for (const { controller } of due) controller.abort();
  }
}

/** Waits until the condition is true, for at most five seconds. */
export async function until(isTrue: () => boolean | Promise<boolean>, what = String(isTrue)): Promise<void> {
  for (
    const end = Date.now() + 5000;
    !(await isTrue());
    await new Promise((resolve) => setTimeout(resolve, 5))
  ) {
    if (Date.now() > end) throw new Error(`still false after five seconds: ${what}`);
  }
}

export function states({ events }: TestClient, id: string): string[] {
  return events.filter((event) => event.id === id).map(({ state }) => state);
}

/** The last event after the attempt that follows a submission. */
export async function lastOf(
  { events }: TestClient,
  id: string,
  tried: Promise<void>,
): Promise<ClientEvent | undefined> {
  await tried;
  return events.filter((event) => event.id === id).at(-1);
}

/** The entries on the device. */
export async function readDisk(project: string): Promise<[IDBValidKey, unknown][]> {
  const db = await openDatabase(project);
  const store = db.transaction('rows').objectStore('rows');
  const keys = store.getAllKeys();
  const values = store.getAll() as IDBRequest<unknown[]>;
  await new Promise((resolve) => (store.transaction.oncomplete = resolve));
  db.close();
  return keys.result.map((key, index) => [key, values.result[index]]);
}

export async function writeDisk(project: string, key: IDBValidKey, value: unknown): Promise<void> {
  const db = await openDatabase(project);
  const store = db.transaction('rows', 'readwrite').objectStore('rows');
  store.put(value, key);
  await new Promise((resolve) => (store.transaction.oncomplete = resolve));
  db.close();
}

function openDatabase(project: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`heed:${project}`);
    request.onupgradeneeded = () => request.result.createObjectStore('rows');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
