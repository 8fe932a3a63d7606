/** A site with one hostile page, the built CDN files, and an endpoint that takes every record. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { ResponseRecord } from '@heed/core';
import { serve, type Site } from '../site/serve.ts';
import { breakOff } from './breakage.ts';
import type { HostPage } from './host-page.ts';

const CDN = new URL('../../../heed/dist/cdn/', import.meta.url);

export interface HostSite extends Site {
  /** The bodies of all posts to `/feedback`, in the order of arrival. */
  posted: ResponseRecord[];
  /** The broken files that were asked for, by name. */
  refused: string[];
  /** From now on every file can be loaded. */
  mend(): void;
}

export async function startHostSite(page: HostPage): Promise<HostSite> {
  const posted: ResponseRecord[] = [];
  const refused: string[] = [];
  const mended = new AbortController();
  const documents: Readonly<Record<string, string>> = { '/': toMarkup(page), ...page.documents };
  const site = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    if (request.method === 'OPTIONS') {
      // A sandboxed frame without allow-same-origin posts from the origin "null".
      response.writeHead(204, CORS).end();
    } else if (request.method === 'POST') {
      posted.push(JSON.parse(String(await buffer(request))) as ResponseRecord);
      response.writeHead(201, { ...CORS, 'content-type': 'application/json' }).end('{}');
    } else if (!mended.signal.aborted && page.broken?.files.test(pathname)) {
      refused.push(pathname.slice(pathname.lastIndexOf('/') + 1));
      breakOff(page.broken.how, request, response, mended.signal);
    } else if (documents[pathname] !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
      response.end(documents[pathname]);
    } else {
      const file =
        pathname.startsWith('/cdn/') && (await readFile(new URL(pathname.slice(5), CDN)).catch(() => null));
      response
        .writeHead(file ? 200 : 404, { ...CORS, 'content-type': 'text/javascript' })
        .end(file || undefined);
    }
  });
  return { ...site, posted, refused, mend: () => mended.abort() };
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, idempotency-key',
};

/** Tells apart what the page warns of, and fails on what it throws. First of all, so that it hears everything. */
const EARS = `<script>
  window.heard = { warnings: [], errors: [] };
  {
    const warn = console.warn;
    console.warn = (...words) => { heard.warnings.push(words.join(' ')); warn.apply(console, words); };
    addEventListener('error', ({ message }) => heard.errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => heard.errors.push(String(reason)));
  }
</script>`;

function toMarkup({ root = 'lang="en"', head = '', body, script = 'heed.min.js' }: HostPage): string {
  const heed = script && `<script type="module" src="/cdn/${script}"></script>`;
  return `<!doctype html>
<html ${root}>
  <head>
    <meta charset="utf-8" />
    <title>A hostile page</title>
    <link rel="icon" href="data:," />
    ${EARS}
    <meta name="heed-endpoint" content="/feedback" />
    ${head}
    ${heed}
  </head>
  <body>${body}</body>
</html>`;
}
