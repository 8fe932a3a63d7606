/** The ways in which a file fails to load. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const SCRIPT = { 'content-type': 'text/javascript' };

const FAILURES = {
  refused: (request) => request.socket.destroy(),
  unavailable: (_, response) => response.writeHead(503).end(),
  missing: (_, response) => response.writeHead(404).end(),
  /** A captive portal answers every request with its own page. */
  portal: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Please log in.'),
  'cut off': (request, response) => {
    response.writeHead(200, { ...SCRIPT, 'content-length': 9999 }).write('export const a = 1;');
    setTimeout(() => request.socket.destroy(), 50);
  },
  /** The module loads and throws. */
  throwing: (_, response) => response.writeHead(200, SCRIPT).end(`throw new Error('broken');`),
  /** No reply until the connection is lost. */
  hanging: (request, _, restored) => restored.addEventListener('abort', () => request.socket.destroy()),
} satisfies Record<
  string,
  (request: IncomingMessage, response: ServerResponse, restored: AbortSignal) => unknown
>;

export type FileFailure = keyof typeof FAILURES;

export function failRequest(
  how: FileFailure,
  request: IncomingMessage,
  response: ServerResponse,
  restored: AbortSignal,
): void {
  FAILURES[how](request, response, restored);
}
