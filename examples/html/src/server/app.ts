import { getConnInfo } from '@hono/node-server/conninfo';
import type { Receiver } from '@heed/receiver';
import { Hono, type Handler } from 'hono';

/** The path of the receiver. The page posts responses to it, and the dashboard reads them. */
export const FEEDBACK_PATH = '/feedback';

/** Returns an app that passes requests for {@link FEEDBACK_PATH} to the receiver. */
export function createApp(receiver: Receiver): Hono {
  const app = new Hono();
  const answer: Handler = (c) => receiver.fetch(c.req.raw, { address: getConnInfo(c).remote.address });
  app.all(FEEDBACK_PATH, answer);
  app.all(`${FEEDBACK_PATH}/*`, answer);
  return app;
}
