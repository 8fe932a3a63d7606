/** The ways in which a server does not deliver a file. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const SCRIPT = { 'content-type': 'text/javascript' };

const WAYS = {
  refused: (request) => request.socket.destroy(),
  unavailable: (_, response) => response.writeHead(503).end(),
  missing: (_, response) => response.writeHead(404).end(),
  /** A captive portal answers everything with its own page. */
  portal: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Please log in.'),
  'cut off': (request, response) => {
    response.writeHead(200, { ...SCRIPT, 'content-length': 9999 }).write('export const a = 1;');
    setTimeout(() => request.socket.destroy(), 50);
  },
  /** Arrives and is no module that runs. */
  throwing: (_, response) => response.writeHead(200, SCRIPT).end(`throw new Error('broken');`),
  /** No answer until the network is lost. */
  hanging: (request, _, mended) => mended.addEventListener('abort', () => request.socket.destroy()),
} satisfies Record<
  string,
  (request: IncomingMessage, response: ServerResponse, mended: AbortSignal) => unknown
>;

export type Breakage = keyof typeof WAYS;

export function breakOff(
  how: Breakage,
  request: IncomingMessage,
  response: ServerResponse,
  mended: AbortSignal,
): void {
  WAYS[how](request, response, mended);
}
