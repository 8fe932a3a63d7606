import type { StoredItem } from '../responses/stored-item.ts';
import type { Store } from '../store/store.ts';

export interface ReceiverOptions {
  /** Where responses are kept. The receiver does not close it. */
  store: Store;
  /** Opens reading, exporting and the scores: 8 or more visible ASCII characters. */
  token: string;
  /**
   * Origins whose pages may post, each exact, such as `https://shop.example`. None by default: pages of the
   * receiver's own origin and programs that are no browser may always post.
   */
  origins?: readonly string[] | undefined;
  /** Path of the endpoint, beginning with `/`. `/feedback` by default; `/` for the root. */
  basePath?: string | undefined;
  /** Size of a record at most, in bytes of UTF-8. 1,000,000 by default. */
  maxBodyBytes?: number | undefined;
  /** Files with one record at most. 10 by default; 0 takes none. */
  maxFiles?: number | undefined;
  /** Size of one file at most, in bytes. 10,000,000 by default. */
  maxFileBytes?: number | undefined;
  /**
   * Size of all files of one record at most, in bytes. 50,000,000 by default. A post with files is held in memory
   * until it is stored. Of posts that are under way together at most four times as many bytes are taken; what comes
   * on top is told to come back.
   */
  maxFilesBytes?: number | undefined;
  /** Posts from one address within a minute, repeats included. 60 by default; Infinity for no limit. */
  postsPerMinute?: number | undefined;
  /** Milliseconds since 1970. `Date.now` by default. */
  now?: (() => number) | undefined;
  /**
   * Called once for each new response, after it was stored: the place to alert somebody. A partial one is called
   * for as well, and once more when a later version has taken its place. Nobody waits for it, and what it throws is
   * logged and goes no further.
   */
  onStored?: ((item: StoredItem) => void | Promise<void>) | undefined;
  /** Takes a line about what went wrong. It never holds what an answer contains. Silent by default. */
  log?: ((line: string) => void) | undefined;
}

/** What the runtime knows of a request beyond the request itself. */
export interface RequestInfo {
  /** Network address of the caller, for the limit. Without it a request is not limited. */
  address?: string | undefined;
}

export interface Receiver {
  /** Answers a request; never rejects. */
  fetch(request: Request, info?: RequestInfo): Promise<Response>;
}
