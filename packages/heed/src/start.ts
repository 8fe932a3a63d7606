/**
 * Starts Heed in a page: loads each element when the page first contains it, and sends the users' answers.
 */
import { connect, type ConnectOptions, type Connection } from '@heed/client/connect';
import { copyOwnProperties } from '@heed/core';
import { retryListeners } from '@heed/elements/internal';
import { discover } from './discover.ts';
import { loadTag, TAGS } from './tags.ts';

export type { ConnectOptions, Connection };

/** What `start()` returns. */
export interface Heed {
  /** The clients: one for the page's endpoint, and one for each endpoint of an element. */
  readonly connection: Connection;
  /** Stops loading elements and sending answers. Elements in the page stay. */
  stop(): void;
}

/**
 * Starts Heed in a page. `import 'heed'` does this with the defaults; call it instead to pass a client or its options.
 *
 * Answers that an earlier visit left on the device are sent once the questions of the page are rendered.
 */
export function start(options?: ConnectOptions): Heed {
  const { root = globalThis.document } = copyOwnProperties(options);
  const connection = connect(options);
  let isRunning = true;
  const load = async (element: Element): Promise<void> => {
    // The prompt first, which hides its content: otherwise the question would flash.
    const mayBeSeen = !element.closest('heed-prompt') || (await loadTag('heed-prompt'));
    if (mayBeSeen) await loadTag(element.localName);
    // Answers of earlier visits are sent once the question is rendered, or if its file cannot be loaded.
    const endpoint = element.getAttribute('endpoint');
    if (endpoint && isRunning) connection.open(endpoint);
  };
  const seek = (): void => root?.querySelectorAll(TAGS).forEach(load);
  const stop = root && discover(root, TAGS, (element) => void load(element));
  retryListeners.add(seek);
  return {
    connection,
    stop: () => {
      isRunning = false;
      retryListeners.delete(seek);
      stop?.();
      connection.close();
    },
  };
}
