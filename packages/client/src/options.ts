import { HeedError, type ResponseRecord } from '@heed/core';
import type { UseStore } from 'idb-keyval';
import type { ClientEvent } from './client.ts';

/** Time and timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The endpoint's answer, as `acknowledge` sees it. */
export interface Reply {
  status: number;
  headers: Headers;
  /** At most 16,384 characters; empty when there is more, or when it could not be read to its end. */
  text: string;
}

type Endpoint = string | URL;

export interface ClientOptions {
  /** Where to post: an http(s) URL, a path starting with `/`, or a function that is asked before each attempt. */
  endpoint: Endpoint | (() => Endpoint);
  /** Sent with each attempt. A function is called before each one, so a fresh token can be given. None by default. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** Names the queue on this origin: clients of one project share it, others never touch it. `default` by default. */
  project?: string;
  /** Removes what must not leave the visitor's hands, before anything is stored. */
  redact?: (record: ResponseRecord) => ResponseRecord;
  /** Makes what is posted, as a value for JSON. Called once, before storing. The record itself by default. */
  transform?: (record: ResponseRecord) => unknown;
  /** Does this 2xx reply confirm the record? Every 2xx that is no HTML page by default. */
  acknowledge?: (reply: Reply) => boolean;
  /** At most so many records wait; a further one is refused with `HEED_FULL`, none is ever dropped. No limit by default. */
  maxItems?: number;
  /** Hears every event. */
  onEvent?: (event: ClientEvent) => void;
  /** The page's `fetch` by default. */
  fetch?: typeof fetch;
  /** The page's clock and timers by default. */
  clock?: Clock;
  /** From 0 up to 1; spreads the retries. `Math.random` by default. */
  random?: () => number;
  /** A store function as of idb-keyval; `null` keeps everything in memory. IndexedDB by default. */
  storage?: UseStore | null;
}

/** The options with what is never absent. */
export interface Settings extends ClientOptions {
  clock: Clock;
  random: () => number;
}

/** What `configure()` may change. */
export type Changes = Partial<Pick<ClientOptions, 'endpoint' | 'headers' | 'acknowledge'>>;

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/** @throws HeedError `HEED_ENDPOINT` */
export function checkEndpoint(endpoint: unknown): void {
  if (typeof endpoint === 'function' || /^(\/|https?:\/\/.)/i.test(String(endpoint))) return;
  throw new HeedError(
    'HEED_ENDPOINT',
    `client: "endpoint" must be an http(s) URL or a path starting with "/", got "${endpoint}"`,
  );
}
