import type { RequestInfo } from '../http/request-info.ts';
import type { StoredItem } from '../responses/stored-item.ts';
import type { Store } from '../store/store.ts';

export interface ReceiverOptions {
  /** Stores the responses. `createReceiver()` does not close it. */
  store: Store;
  /** Token for lists, files, scores and exports: at least 8 visible ASCII characters. */
  token: string;
  /**
   * Origins whose pages may post, such as `https://shop.example`. Defaults to none. Pages of the receiver's own origin
   * and non-browser clients may always post.
   */
  origins?: readonly string[] | undefined;
  /** Path of the endpoint, starting with `/`. Defaults to `/feedback`. */
  basePath?: string | undefined;
  /** Maximum size of a record, in bytes of UTF-8. Defaults to 1,000,000. */
  maxBodyBytes?: number | undefined;
  /** Maximum number of files per record; 0 accepts none. Defaults to 10. */
  maxFiles?: number | undefined;
  /** Maximum size of a file, in bytes. Defaults to 10,000,000. */
  maxFileBytes?: number | undefined;
  /**
   * Maximum total size of all files of a record, in bytes. Defaults to 50,000,000. A post with files is held in memory
   * until it is stored. Concurrent posts may together use as much memory as four posts of the maximum size; further
   * posts get a 503 response and are retried by the client.
   */
  maxFilesBytes?: number | undefined;
  /** Maximum number of posts per minute and IP address, including duplicates; `Infinity` for no limit. Defaults to 60. */
  postsPerMinute?: number | undefined;
  /** Returns the time in milliseconds since 1970. Defaults to `Date.now`. */
  now?: (() => number) | undefined;
  /**
   * Called once for each new response after it is stored, for example to send an alert. For partial responses, it is
   * called again for each later version. The receiver does not wait for it; errors are logged and ignored.
   */
  onStored?: ((item: StoredItem) => void | Promise<void>) | undefined;
  /** Receives one line per failure, which never contains any part of an answer. Defaults to no logging. */
  log?: ((line: string) => void) | undefined;
}

export interface Receiver {
  /** Responds to a request. Never rejects. */
  fetch(request: Request, info?: RequestInfo): Promise<Response>;
}
