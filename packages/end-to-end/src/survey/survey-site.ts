/** A page with a survey and its endpoint, on one origin and under a strict policy. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { StoredItem } from '@heed/receiver';
import { openReceiver } from '@heed/receiver/node';
import { bundle } from '../shared/site/bundle.ts';
import { serve, type Site } from '../shared/site/serve.ts';

const POLICY = [
  // Images for the favicon, which Firefox requests automatically.
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'",
  "require-trusted-types-for 'script'; trusted-types lit-html",
].join('; ');

export interface SurveySite extends Site {
  /** Closes the connection of every POST. */
  isDown: boolean;
  /** Keys of all accepted POSTs, in order. */
  keys: string[];
  /** Every version that the receiver has stored, in order. */
  stored: StoredItem[];
  /** Returns the receiver's current responses. */
  readStored(): Promise<StoredItem[]>;
}

let script: Promise<string> | undefined;

export async function startSurveySite(): Promise<SurveySite> {
  script ??= bundle(new URL('survey-page.ts', import.meta.url));
  const [page, code] = await Promise.all([readFile(new URL('survey.html', import.meta.url)), script]);
  const state = { isDown: false, keys: [] as string[], stored: [] as StoredItem[] };
  const onStored = (item: StoredItem): void => void state.stored.push(item);
  const receiver = await openReceiver({ dataDir: 'memory://', onStored });
  const site = await serve(async (request, response) => {
    if (request.method === 'POST') {
      if (state.isDown) return void request.destroy();
      state.keys.push(String(request.headers['idempotency-key']).replaceAll('"', ''));
      const reply = await receiver.fetch(await toRequest(request));
      response.writeHead(reply.status, Object.fromEntries(reply.headers)).end(await reply.text());
    } else if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript').end(code);
    } else {
      response.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY).end(page);
    }
  });
  return Object.assign(state, {
    origin: site.origin,
    async readStored() {
      const headers = { authorization: `Bearer ${receiver.token}` };
      const reply = await receiver.fetch(new Request(`${site.origin}/feedback/responses`, { headers }));
      return ((await reply.json()) as { responses: StoredItem[] }).responses;
    },
    async close() {
      await site.close();
      await receiver.close();
    },
  });
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new Request(`http://${request.headers.host}${request.url}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(await buffer(request)),
  });
}
