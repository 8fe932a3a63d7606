/** The page of a flow with the built one-file script and an endpoint for each outcome, under the strict policy. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { serve, type Site } from '../../shared/site/serve.ts';

const BUILT = new URL('../../../../heed/dist/cdn/', import.meta.url);
const PAGE_SCRIPT = new URL('flow-page.js', import.meta.url);
const POLICY = [
  "default-src 'none'; script-src 'self'; connect-src 'self'",
  "require-trusted-types-for 'script'; trusted-types lit-html",
  // For the favicon, which Firefox requests.
  "img-src 'self'; report-uri /violations",
].join('; ');

export interface FlowSite extends Site {
  /** The HTML served at `/`. */
  html: string;
  /** Number of pages that have loaded, rendered their elements and received the focus. */
  loads: number;
  /** Policy violations. */
  violations: string[];
}

export async function startFlowSite(): Promise<FlowSite> {
  const state = { html: '', loads: 0, violations: [] as string[] };
  const site = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const body = String(await buffer(request));
    if (pathname === '/broken') return void request.destroy();
    if (pathname === '/violations') state.violations.push(body);
    if (pathname === '/ready') state.loads++;
    if (request.method === 'POST') return void response.writeHead(pathname === '/refused' ? 422 : 201).end();
    if (pathname === '/')
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
        .end(state.html);
    const file = pathname === '/page.js' ? PAGE_SCRIPT : new URL(pathname.slice(1), BUILT);
    const content = await readFile(file).catch(() => undefined);
    response.writeHead(content ? 200 : 404, { 'content-type': 'text/javascript' }).end(content);
  });
  return Object.assign(state, site);
}
