/** What the benchmark asks of every client, in the page. An adapter is written as the client's own documentation says. */
export interface Adapter {
  /** Does what a page does at its start: from here on whatever waits is sent. Resolves when items are taken. */
  start(): Promise<void>;
  /**
   * Hands an item over. Resolves when the client tells that the item is on the device, and as soon as the call returns
   * where it tells nothing. @returns was it told?
   */
  submit(text: string): Promise<boolean>;
  /** Names the items on the device. Works without `start()`, and what is only in memory does not count. */
  waiting(): Promise<string[]>;
  /** Makes the one item on the device so many. Absent where it cannot hold as many as are asked for. */
  multiply?(count: number): Promise<void>;
}

/** Where the adapters post to, unless the client has a path of its own. */
export const ENDPOINT = '/feedback';

/** What tells one item from another in whatever a client stores and posts: `item-000042`. */
export const ITEM = /item-\d{6}/g;

declare global {
  /** Set by each page of the benchmark. */
  var adapter: Adapter;
}
