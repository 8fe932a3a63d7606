import { HeedError, type ResponseRecord } from '@heed/core';
import type { UseStore } from 'idb-keyval';
import type { ClientEvent } from './events.ts';

/** Time and timers. */
export interface Clock {
  /** Returns the current time in milliseconds since 1970. */
  now(): number;
  /** Returns a signal that aborts after this many milliseconds. */
  timeout(ms: number): AbortSignal;
}

/** The endpoint's response, as passed to `acknowledge`. */
export interface Reply {
  status: number;
  headers: Headers;
  /** The first 4,096 characters of the body; empty if the connection broke off. */
  text: string;
}

/** The content of one request. */
export interface Message {
  /** The idempotency key: the same in every copy. */
  readonly id: string;
  /** The JSON that was written when the record was submitted. */
  readonly body: string;
  readonly files?: readonly File[] | undefined;
}

type Endpoint = string | URL;
type HeaderValues = Record<string, string>;

export interface ClientOptions {
  /** Where to post: an http(s) URL, a path that starts with `/`, or a function that is called before each attempt. */
  endpoint: Endpoint | (() => Endpoint);
  /**
   * Headers for each attempt, with lower-case names. A function is called before each attempt, so it can return a fresh
   * token; if it throws, the attempt counts as one without a response. Defaults to none.
   */
  headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>);
  /**
   * Creates the request for each attempt: its body as text, `Blob` or `URLSearchParams`, its headers, and anything else
   * that differs from a POST without credentials that follows no redirect. The same message must always result in the
   * same bytes. `@heed/client/requests` contains ready-made functions. Defaults to JSON with an `Idempotency-Key`, and to
   * `asForm` for a record with files.
   */
  request?: (message: Message) => RequestInit;
  /** The name of the queue on this origin. Clients of the same project share a queue. Defaults to `default`. */
  project?: string;
  /** Removes data that must not leave the device, before the record is stored. */
  redact?: (record: ResponseRecord) => ResponseRecord;
  /** Returns the value to post as JSON. Called once, before the record is stored. Defaults to the record. */
  transform?: (record: ResponseRecord) => unknown;
  /**
   * Returns whether this 2xx response confirms the record. By default, every response does except an HTML page, such as
   * a captive portal's.
   */
  acknowledge?: (reply: Reply) => boolean | Promise<boolean>;
  /**
   * Maximum queue length. Further submissions are rejected with `HEED_FULL`; queued records are never dropped. Defaults to
   * no limit.
   */
  maxItems?: number;
  /** Maximum time in the queue, in milliseconds. Older records are discarded. Defaults to no limit. */
  maxAgeMs?: number;
  /**
   * While false, nothing is stored or sent: submitted records stay in memory, and records from an earlier visit stay on
   * the device. Call `configure({ consent: true })` when the user consents. Defaults to true.
   */
  consent?: boolean;
  /** Called with every event. An error that it throws is reported as an uncaught error and has no other effect. */
  onEvent?: (event: ClientEvent) => void;
  /** Defaults to the page's `fetch`. */
  fetch?: typeof fetch;
  /** Defaults to the page's clock and timers. */
  clock?: Clock;
  /** Returns a number from 0 up to 1 that spreads the retries. Defaults to `Math.random`. */
  random?: () => number;
  /** A store function in the format of idb-keyval, or `null` to keep records in memory only. Defaults to IndexedDB. */
  storage?: UseStore | null;
}

/** The options with their defaults. */
export interface Settings extends ClientOptions {
  clock: Clock;
  random: () => number;
}

/** The options that `configure()` can change. */
export type Changes = Partial<
  Pick<ClientOptions, 'endpoint' | 'headers' | 'request' | 'acknowledge' | 'consent'>
>;

export const systemClock: Clock = {
  now: Date.now,
  // Node accepts whole milliseconds only.
  timeout: (ms) => AbortSignal.timeout(Math.ceil(ms)),
};

/** @throws HeedError `HEED_ENDPOINT` if the endpoint is not an http(s) URL, path or function */
export function checkEndpoint({ endpoint }: Partial<ClientOptions>): void {
  if (typeof endpoint !== 'function' && !/^(\/|https?:\/\/.)/i.test(endpoint as string))
    throw new HeedError(
      'HEED_ENDPOINT',
      'client',
      `"endpoint" must be an http(s) URL or a path, got "${endpoint}"`,
    );
}
