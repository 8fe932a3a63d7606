/** One origin for an application and its endpoint. Stores `POST /feedback`, and passes other requests on. */
import { readFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { ResponseRecord } from '@heed/core';

export interface Site {
  /** For example `http://127.0.0.1:41234`. */
  origin: string;
  /** The records that the endpoint has received. */
  records: ResponseRecord[];
  close(): Promise<void>;
}

/** The application: a folder of files, or a server on a port. */
export type Behind = { folder: string } | { port: number };

const mediaTypes: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export async function startSite(behind: Behind): Promise<Site> {
  const records: ResponseRecord[] = [];
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
    if (pathname === '/feedback') void receive(incoming, outgoing, records);
    else if (pathname === '/favicon.ico') outgoing.writeHead(204).end();
    else if ('folder' in behind) void sendFile(join(behind.folder, pathname), outgoing);
    else forward(incoming, outgoing, behind.port);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, records, close };
}

async function receive(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  records: ResponseRecord[],
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  records.push(JSON.parse(Buffer.concat(parts).toString()) as ResponseRecord);
  outgoing.writeHead(201).end();
}

async function sendFile(path: string, outgoing: ServerResponse): Promise<void> {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const content = await readFile(file).catch(() => undefined);
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
  outgoing.writeHead(content ? 200 : 404, { 'content-type': type }).end(content);
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, headers, url: path } = incoming;
  const inner = request({ host: 'localhost', port, method, path, headers }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(outgoing);
  });
  inner.once('error', (error) => outgoing.writeHead(502).end(String(error)));
  incoming.pipe(inner);
}
