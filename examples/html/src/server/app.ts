import { getConnInfo } from '@hono/node-server/conninfo';
import type { Receiver } from '@heed/receiver';
import { Hono, type Handler } from 'hono';

/** Where the page posts its answers and the team reads them. */
export const FEEDBACK_PATH = '/feedback';

/** Hands everything below {@link FEEDBACK_PATH} to the receiver. */
export function createApp(receiver: Receiver): Hono {
  const app = new Hono();
  const answer: Handler = (c) => receiver.fetch(c.req.raw, { address: getConnInfo(c).remote.address });
  app.all(FEEDBACK_PATH, answer);
  app.all(`${FEEDBACK_PATH}/*`, answer);
  return app;
}
