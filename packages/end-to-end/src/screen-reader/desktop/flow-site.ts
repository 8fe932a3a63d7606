/** The page of a flow with the built one-file script, and an endpoint with each outcome, under the strict policy. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { serve, type Site } from '../../shared/site/serve.ts';

const BUILT = new URL('../../../../heed/dist/cdn/', import.meta.url);
const PAGE_SCRIPT = new URL('flow-page.js', import.meta.url);
const POLICY = [
  "default-src 'none'; script-src 'self'; connect-src 'self'",
  "require-trusted-types-for 'script'; trusted-types lit-html",
  // For the icon, which Firefox asks for.
  "img-src 'self'; report-uri /violations",
].join('; ');

export interface ScreenReaderSite extends Site {
  /** What is served at `/`. */
  html: string;
  /** How many pages have loaded, drawn their elements and received the focus so far. */
  loads: number;
  /** Violations of the policy. */
  violations: string[];
}

export async function startSite(): Promise<ScreenReaderSite> {
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
