import { HeedError, type ResponseRecord } from '@heed/core';
import type { UseStore } from 'idb-keyval';
import type { ClientEvent } from './client.ts';

/** Time and timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Aborts after so many milliseconds. */
  timeout(ms: number): AbortSignal;
}

/** The endpoint's answer, as `acknowledge` sees it. */
export interface Reply {
  status: number;
  headers: Headers;
  /** At most 4,096 characters, the beginning of it; empty when it was cut off on the way. */
  text: string;
}

/** What one post carries. */
export interface Message {
  /** The key: the same in every copy. */
  readonly id: string;
  /** JSON, written once when the record was submitted. */
  readonly body: string;
  readonly files?: readonly File[] | undefined;
}

type Endpoint = string | URL;
type HeaderValues = Record<string, string>;

export interface ClientOptions {
  /** Where to post: an http(s) URL, a path starting with `/`, or a function that is asked before each attempt. */
  endpoint: Endpoint | (() => Endpoint);
  /**
   * Sent with each attempt, names in lower case. A function is called before each one, so a fresh token can be given;
   * when it throws, that counts as no reply. None by default.
   */
  headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>);
  /**
   * Makes the request of each attempt: its body as text, `Blob` or `URLSearchParams`, its headers, and whatever else
   * is to differ from a POST without credentials that follows no redirect. The same message must always make the same
   * bytes. `@heed/client/requests` has ready ones. JSON with an `Idempotency-Key` by default; with
   * files as `asForm` does.
   */
  request?: (message: Message) => RequestInit;
  /** Names the queue on this origin: clients of one project share it, others never touch it. `default` by default. */
  project?: string;
  /** Removes what must not leave the visitor's hands, before anything is stored. */
  redact?: (record: ResponseRecord) => ResponseRecord;
  /** Makes what is posted, as a value for JSON. Called once, before storing. The record itself by default. */
  transform?: (record: ResponseRecord) => unknown;
  /** Does this 2xx reply confirm the record? By default each one that is no HTML page, such as a captive portal's. */
  acknowledge?: (reply: Reply) => boolean | Promise<boolean>;
  /** At most so many records wait; a further one is refused with `HEED_FULL`, none is ever dropped. No limit by default. */
  maxItems?: number;
  /** A record that has waited for longer is discarded, sent or not: milliseconds. No limit by default. */
  maxAgeMs?: number;
  /**
   * While false nothing is stored or sent: what is submitted waits in memory, and what an earlier visit left waits on
   * the device. `configure({ consent: true })` gives it. True by default.
   */
  consent?: boolean;
  /** Hears every event. What it throws is reported as an error of the page and disturbs nothing else. */
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
export type Changes = Partial<
  Pick<ClientOptions, 'endpoint' | 'headers' | 'request' | 'acknowledge' | 'consent'>
>;

export const systemClock: Clock = {
  now: Date.now,
  // Node takes whole milliseconds only.
  timeout: (ms) => AbortSignal.timeout(Math.ceil(ms)),
};

export function checkEndpoint({ endpoint }: Partial<ClientOptions>): void {
  if (typeof endpoint !== 'function' && !/^(\/|https?:\/\/.)/i.test(endpoint as string))
    throw new HeedError(
      'HEED_ENDPOINT',
      'client',
      `"endpoint" must be an http(s) URL or a path, got "${endpoint}"`,
    );
}
