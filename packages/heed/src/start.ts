/**
 * Makes a page's tags work: loads each element when the page first contains it, and takes charge of what visitors send.
 */
import { connect, type ConnectOptions, type Connection } from '@heed/client/connect';
import { copyOwnProperties } from '@heed/core';
import { seekers } from '@heed/elements/later';
import { discover } from './discover.ts';
import { loadTag, TAGS } from './tags.ts';

export type { ConnectOptions, Connection };

/** What `start()` returns. */
export interface Heed {
  /** The clients behind the elements: one for the page's endpoint, one for each endpoint that an element names. */
  readonly connection: Connection;
  /** Ends all of it: elements that are in the page stay, new ones are not loaded, and nothing is sent any more. */
  stop(): void;
}

/**
 * Starts Heed in a page. `import 'heed'` does it with the defaults; call it instead to pass a client or its options.
 *
 * Answers that an earlier visit left on the device are sent once the page has drawn its questions.
 */
export function start(options?: ConnectOptions): Heed {
  const { root = globalThis.document } = copyOwnProperties(options);
  const connection = connect(options);
  let isRunning = true;
  const load = async (element: Element): Promise<void> => {
    // First what hides it: a question would be seen before its time.
    const mayBeSeen = !element.closest('heed-prompt') || (await loadTag('heed-prompt'));
    if (mayBeSeen) await loadTag(element.localName);
    // What an earlier visit left is sent once the question stands, and also where its file does not load.
    const endpoint = element.getAttribute('endpoint');
    if (endpoint && isRunning) connection.open(endpoint);
  };
  const seek = (): void => root?.querySelectorAll(TAGS).forEach(load);
  const stop = root && discover(root, TAGS, (element) => void load(element));
  seekers.add(seek);
  return {
    connection,
    stop: () => {
      isRunning = false;
      seekers.delete(seek);
      stop?.();
      connection.close();
    },
  };
}
