/** How the server responds to a request. Plain data, so that a test in a browser can send it. */
export interface Behaviour {
  /** Defaults to 201. */
  status?: number;
  headers?: Record<string, string>;
  /** A string is sent unchanged, any other value as JSON. Defaults to an empty body. */
  body?: unknown;
  /** Sends `Retry-After` as a date: the number of milliseconds after the reply. */
  retryAfterDateMs?: number;
  /** Pause between the end of the request and the reply, in milliseconds. */
  delayMs?: number;
  /** Pause before each byte of the reply body, in milliseconds. */
  byteMs?: number;
  /** Never replies, and keeps the connection open. */
  hang?: boolean;
  /**
   * Resets the connection: `before`, `during` or `after` reading the request body, or in the middle of the `reply`, after a
   * part of the reply body.
   */
  reset?: 'before' | 'during' | 'after' | 'reply';
  /** Bytes to send instead of an HTTP reply. Then the connection is closed, or stays open with `hang`. */
  raw?: string;
  /** `false` omits the CORS headers. Defaults to `true`. */
  cors?: boolean;
  /** How the server responds to a preflight. `deny` replies with 403, so no POST follows. Defaults to allowing it. */
  preflight?: 'deny' | 'hang' | 'reset';
  /** The header names that the preflight allows, separated by commas. Defaults to the headers of the client. */
  allowHeaders?: string;
  /**
   * Whether the receiver has stored the record. Defaults to `true` for a complete body and a 2xx status. Set `true` for a
   * receiver that fails after storing, and `false` for a 2xx reply from another program, such as a captive portal.
   */
  holds?: boolean;
}

/** A behaviour with its conditions. The first rule that matches applies. */
export interface Rule extends Behaviour {
  /** Matches only this idempotency key. */
  key?: string;
  /** The number of requests that the rule applies to. Defaults to all requests. */
  times?: number;
  /** Matches only paths with this ending. */
  path?: string;
  /** Does not match requests with this header: its name in lower case, and its value. */
  unless?: readonly [name: string, value: string];
}

/** A request that arrived, with or without a reply. */
export interface LogEntry {
  /** The idempotency key without quotes. `null` without a key. */
  key: string | null;
  /** The first UUID in the body, which is the id of a record in plain JSON. `null` without a UUID. */
  id: string | null;
  /** The hash of the body, in hexadecimal. */
  sha256: string;
  bytes: number;
  /** `false` if only a part of the body arrived. */
  isWhole: boolean;
  /** See `Behaviour.holds`. */
  isHeld: boolean;
  /** The status of the reply. `null` without an HTTP reply. */
  status: number | null;
  headers: Record<string, string>;
  method: string;
  path: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The number of the connection, starting at 1. */
  connection: number;
}

/** A HEAD request. It is not logged, does not count for a rule, and stores nothing. */
export interface Probe {
  path: string;
  headers: Record<string, string>;
}

/**
 * How the server treats a new connection: it replies (`answer`), it does not listen (`refuse`), it resets the connection
 * before reading (`reset`), or it accepts the connection and never replies (`silent`).
 */
export type Listening = 'answer' | 'refuse' | 'reset' | 'silent';
