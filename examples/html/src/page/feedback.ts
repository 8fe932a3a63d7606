import { start } from 'heed/start';
import { shopFetch } from '../device/network.ts';

/** Fires `change` for each event of the client, with the `ClientEvent` as its `detail`. */
export const changes = new EventTarget();

/** Starts Heed. `import 'heed'` would be enough, but the demo passes a custom `fetch` for its network switch. */
const { connection } = start({
  fetch: shopFetch,
  onEvent: (event) => void changes.dispatchEvent(new CustomEvent('change', { detail: event })),
});

/** The client for the endpoint of the elements in `index.html`. */
export const feedback = connection.open('/feedback');
