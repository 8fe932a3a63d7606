/** How the server treats one request. Plain data, so that a test in a browser can send it. */
export interface Behaviour {
  /** 201 by default. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is when it is a text, else as JSON. Empty by default. */
  body?: unknown;
  /** `Retry-After` as a date, so many milliseconds after the reply. */
  retryAfterDateMs?: number;
  /** Pause between the end of the request and the reply, in milliseconds. */
  delayMs?: number;
  /** Pause before each byte of the reply's body, in milliseconds. */
  byteMs?: number;
  /** Never replies; the connection stays open. */
  hang?: boolean;
  /**
   * Resets the connection: `before` the body of the request is read, `during` it, `after` it, or in mid-`reply`, with a
   * part of the body sent.
   */
  reset?: 'before' | 'during' | 'after' | 'reply';
  /** These bytes go over the connection in place of a reply, which then ends, or stays open with `hang`. */
  raw?: string;
  /** False: without the headers that let a page of another origin read the reply. */
  cors?: boolean;
  /** What becomes of the preflight: `deny` answers it with 403, so no POST follows. */
  preflight?: 'deny' | 'hang' | 'reset';
  /** The header names that the preflight allows, separated by commas. */
  allowHeaders?: string;
  /**
   * Whether a receiver has stored the record by then. By default it has when the body is whole and the status 2xx;
   * true for one that fails only after storing, false for a 2xx that is not the receiver's.
   */
  holds?: boolean;
}

/** A behaviour and when it applies. The first rule that fits counts. */
export interface Rule extends Behaviour {
  /** Only for this idempotency key. */
  key?: string;
  /** Only for so many requests. */
  times?: number;
  /** Only for addresses whose path ends like this. */
  path?: string;
  /** Not for requests with this header: its name in lower case, and its value. */
  unless?: readonly [name: string, value: string];
}

/** What arrived, whatever became of it. */
export interface LogEntry {
  /** The idempotency key without its quotes; null when there was none. */
  key: string | null;
  /** The first UUID in the body: the record's id where its JSON stands there as it is. */
  id: string | null;
  /** Of the body, in hex. */
  sha256: string;
  bytes: number;
  /** False when the body did not arrive whole. */
  isWhole: boolean;
  /** See {@link Behaviour.holds}. */
  isHeld: boolean;
  /** The status replied; null when there was no reply of the usual kind. */
  status: number | null;
  headers: Record<string, string>;
  method: string;
  path: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Which connection it came on. */
  connection: number;
}

/** A request by HEAD. It is in no log, uses up no rule, and stores nothing. */
export interface Probe {
  path: string;
  headers: Record<string, string>;
}

/**
 * How the server treats a new connection: it reads and answers (`answer`), nobody listens (`refuse`), it resets the
 * connection before a byte is read (`reset`), or it never says a word (`silent`).
 */
export type Listening = 'answer' | 'refuse' | 'reset' | 'silent';
