/**
 * Serves the page of every client, and receives its requests on the same origin, so that no client needs a preflight.
 *
 * Each run has a separate host name under `localhost`, with empty storage, no service worker, and a separate receiver.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '../../shared/server.ts';
import type { ClientUnderTest } from '../clients.ts';
import { buildScripts } from './bundle.ts';
import { Receiver } from './receiver.ts';

/** A cross-origin isolated page has a clock with a resolution of 5 microseconds instead of 100. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

export interface Run {
  client: ClientUnderTest;
  /** The page of the client, which loads the adapter without starting the client. */
  url: string;
  receiver: Receiver;
}

export interface Site {
  /** @param name A name that no other run of this client has. */
  startRun(client: ClientUnderTest, name: string): Run;
  close(): Promise<void>;
}

export async function startSite(clients: readonly ClientUnderTest[]): Promise<Site> {
  const scripts = new Map((await Promise.all(clients.map(buildScripts))).flat());
  const receivers = new Map<string, Receiver>();

  const { port, close } = await serve((request, response) => {
    if (request.method !== 'POST') return servePage(scripts, request, response);
    const received = receivers.get(request.headers.host ?? '')?.receive(request, response);
    // Scenarios kill the browser during a request.
    received?.catch(() => response.destroy());
  });

  return {
    startRun(client, name) {
      const host = `${client.id}-${name}.localhost:${port}`;
      const receiver = new Receiver();
      receivers.set(host, receiver);
      return { client, url: `http://${host}/${client.id}.html`, receiver };
    },
    close,
  };
}

function servePage(
  scripts: Map<string, string>,
  { url = '' }: IncomingMessage,
  response: ServerResponse,
): void {
  const script = scripts.get(url);
  const type = script === undefined ? 'text/html; charset=utf-8' : 'text/javascript';
  response.writeHead(200, { 'content-type': type, ...ISOLATED });
  response.end(script ?? pageOf(url.replace('.html', '.js')));
}

const pageOf = (script: string): string =>
  `<!doctype html><html lang="en"><title>Benchmark</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>`;
