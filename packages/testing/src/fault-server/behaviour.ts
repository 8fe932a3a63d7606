/** How the server treats one request. Plain data, so that a test in a browser can send it. */
export interface Behaviour {
  /** 201 by default. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is when it is a text, else as JSON. Empty by default. */
  body?: unknown;
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
  /** False: without the headers that let a page of another origin read the reply. */
  cors?: boolean;
  /** `deny`: the preflight is answered with 403, so no POST follows. */
  preflight?: 'deny';
}

/** A behaviour and when it applies. The first rule that fits counts. */
export interface Rule extends Behaviour {
  /** Only for this idempotency key. */
  key?: string;
  /** Only for so many requests. */
  times?: number;
}

/** What arrived, whatever became of it. */
export interface LogEntry {
  /** The idempotency key without its quotes; null when there was none. */
  key: string | null;
  /** Of the body, in hex. */
  sha256: string;
  bytes: number;
  /** False when the body did not arrive whole. */
  isWhole: boolean;
  /** The status replied; null when the connection was reset or left hanging. */
  status: number | null;
  headers: Record<string, string>;
  path: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Which connection it came on. */
  connection: number;
}
