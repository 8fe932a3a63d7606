/**
 * Makes a page's tags work: loads each element when the page first contains it, and takes charge of what visitors send.
 */
import { connect, type ConnectOptions, type Connection } from '@heed/client/connect';
import { discover } from './discover.ts';
import { LOADERS } from './tags.ts';

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
export function start(options: ConnectOptions = {}): Heed {
  const { root = document } = options;
  const connection = connect(options);
  const tags = Object.keys(LOADERS).join();
  /** Prompts that have been opened. */
  const shown = new WeakSet<Element>();
  let isRunning = true;
  const load = async (element: Element): Promise<void> => {
    const prompt = element.parentElement?.closest('heed-prompt');
    try {
      // What nobody may ever see is not loaded.
      if (!prompt || shown.has(prompt) || prompt.hasAttribute('open')) await LOADERS[element.localName]?.();
    } finally {
      // What an earlier visit left is sent once the question stands, and also where its file does not load.
      const endpoint = element.getAttribute('endpoint');
      if (endpoint && isRunning) connection.open(endpoint);
    }
  };
  const wake = ({ target }: Event): void => {
    const prompt = target as Element;
    shown.add(prompt);
    for (const element of prompt.querySelectorAll(tags)) void load(element);
  };
  root.addEventListener('heed-show', wake);
  const stop = discover(root, tags, (element) => void load(element));
  return {
    connection,
    stop: () => {
      isRunning = false;
      stop();
      root.removeEventListener('heed-show', wake);
      connection.close();
    },
  };
}
