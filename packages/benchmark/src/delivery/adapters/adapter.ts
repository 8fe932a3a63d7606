/** The interface of every client in the page. An adapter follows the documentation of its client. */
export interface Adapter {
  /** Starts the client, which sends waiting items. Resolves when it accepts new items. */
  start(): Promise<void>;
  /**
   * Submits an item. Resolves to `true` once the client reports that the item is on the device, or to `false` immediately if
   * the client does not report it.
   */
  submit(text: string): Promise<boolean>;
  /** Returns the names of the items on the device, without items in memory. Works without `start()`. */
  listWaiting(): Promise<string[]>;
  /** Copies the only item on the device. Missing if the client cannot store enough items. */
  multiply?(count: number): Promise<void>;
}

/** The path that adapters post to, unless the client has a fixed path. */
export const ENDPOINT = '/feedback';

/** The name of an item in the data that a client stores and posts, for example `item-000042`. */
export const ITEM = /item-\d{6}/g;

declare global {
  /** Set by each page of the benchmark. */
  var adapter: Adapter;
}
