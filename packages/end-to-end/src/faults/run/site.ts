/** The site of the pages under test. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { FaultServer } from '@heed/testing/fault-server';
import { bundle } from '../../site/bundle.ts';
import { serve, type Site } from '../../site/serve.ts';
import type { Report } from '../page/types.ts';

/** What the site does for one run. */
export interface Guest {
  server: FaultServer;
  hear(report: Report): void;
}

export interface FaultSite extends Site {
  /** Guests by the name of their run: their pages report to them, and may post to the origin of the page. */
  guests: Map<string, Guest>;
}

const HTML = '<!doctype html><html lang="en"><title>Faults</title><script src="/page.js"></script>';

export async function startSite(): Promise<FaultSite> {
  // A module would need CORS in a page without an origin of its own.
  const script = await bundle(new URL('../page/page.ts', import.meta.url), { format: 'iife' });
  const guests = new Map<string, Guest>();
  const site = await serve((request, response) => {
    if (request.method === 'GET') servePage(request, response, script);
    else serveGuest(request, response, guests);
  });
  return { ...site, guests };
}

function servePage({ url = '' }: IncomingMessage, response: ServerResponse, script: string): void {
  const isScript = url === '/page.js';
  const policy = new URLSearchParams(url.split('?')[1]).get('csp');
  if (policy) response.setHeader('content-security-policy', policy);
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(isScript ? script : HTML);
}

/** Pages post to `/report/<run>`, clients to `/<run>/feedback`. */
function serveGuest(request: IncomingMessage, response: ServerResponse, guests: Map<string, Guest>): void {
  const [, first = '', second = ''] = (request.url ?? '').split('/');
  if (first !== 'report') {
    guests.get(first)?.server.answer(request, response);
    return;
  }
  text(request)
    .then((body) => guests.get(second)?.hear(JSON.parse(body) as Report))
    // The page was killed in the middle of it.
    .catch(() => {})
    .finally(() => response.end());
}
