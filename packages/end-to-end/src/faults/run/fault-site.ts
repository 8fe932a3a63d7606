/** The site that serves the pages under test. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { FaultServer } from '@heed/testing/fault-server';
import { bundle } from '../../shared/site/bundle.ts';
import { serve, type Site } from '../../shared/site/serve.ts';
import type { Report } from '../page/page-api.ts';

/** What the site needs to serve the pages of one run. */
export interface RunHandler {
  server: FaultServer;
  onReport(report: Report): void;
}

export interface FaultSite extends Site {
  /** Handlers by run id. The pages of a run report to its handler, and may post to the origin of the page. */
  runs: Map<string, RunHandler>;
}

const HTML = '<!doctype html><html lang="en"><title>Faults</title><script src="/page.js"></script>';

export async function startFaultSite(): Promise<FaultSite> {
  // In a page with an opaque origin, a module would need CORS.
  const script = await bundle(new URL('../page/fault-page.ts', import.meta.url), { format: 'iife' });
  const runs = new Map<string, RunHandler>();
  const site = await serve((request, response) => {
    if (request.method === 'GET') servePage(request, response, script);
    else handlePost(request, response, runs);
  });
  return { ...site, runs };
}

function servePage({ url = '' }: IncomingMessage, response: ServerResponse, script: string): void {
  const isScript = url === '/page.js';
  const policy = new URLSearchParams(url.split('?')[1]).get('csp');
  if (policy) response.setHeader('content-security-policy', policy);
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(isScript ? script : HTML);
}

/** Pages post to `/report/<run>`, clients to `/<run>/feedback`. */
function handlePost(request: IncomingMessage, response: ServerResponse, runs: Map<string, RunHandler>): void {
  const [, first = '', second = ''] = (request.url ?? '').split('/');
  if (first !== 'report') {
    runs.get(first)?.server.answer(request, response);
    return;
  }
  text(request)
    .then((body) => runs.get(second)?.onReport(JSON.parse(body) as Report))
    // The page was killed while it was sending the report.
    .catch(() => {})
    .finally(() => response.end());
}
