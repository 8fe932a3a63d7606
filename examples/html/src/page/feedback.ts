import { start } from 'heed/start';
import { shopFetch } from '../device/network.ts';

/** Tells what becomes of the answers: a `ClientEvent` in the `detail` of each `change`. */
export const changes = new EventTarget();

/**
 * Heed in this page. `import 'heed'` alone would do; the demo passes a `fetch` of its own for the switch that cuts
 * the network.
 */
const { connection } = start({
  fetch: shopFetch,
  onEvent: (event) => void changes.dispatchEvent(new CustomEvent('change', { detail: event })),
});

/** The queue behind the elements of `index.html`: the one of their endpoint. */
export const feedback = connection.open('/feedback');
