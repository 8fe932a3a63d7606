/** A site with one hostile page, the built CDN files, and an endpoint that accepts every record. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { ResponseRecord } from '@heed/core';
import { serve, type Site } from '../shared/site/serve.ts';
import { failRequest } from './file-failures.ts';
import type { HostPage } from './host-page.ts';

const CDN = new URL('../../../heed/dist/cdn/', import.meta.url);

export interface HostSite extends Site {
  /** The records posted to `/feedback`, in order of arrival. */
  posted: ResponseRecord[];
  /** Names of the requested files that failed to load. */
  failed: string[];
  /** Lets every file load from now on. */
  restoreFiles(): void;
}

export async function startHostSite(page: HostPage): Promise<HostSite> {
  const posted: ResponseRecord[] = [];
  const failed: string[] = [];
  const restored = new AbortController();
  const documents: Readonly<Record<string, string>> = { '/': toMarkup(page), ...page.documents };
  const site = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    if (request.method === 'OPTIONS') {
      // A sandboxed frame without allow-same-origin posts from the origin "null".
      response.writeHead(204, CORS).end();
    } else if (request.method === 'POST') {
      posted.push(JSON.parse(String(await buffer(request))) as ResponseRecord);
      response.writeHead(201, { ...CORS, 'content-type': 'application/json' }).end('{}');
    } else if (!restored.signal.aborted && page.failing?.files.test(pathname)) {
      failed.push(pathname.slice(pathname.lastIndexOf('/') + 1));
      failRequest(page.failing.how, request, response, restored.signal);
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
  return { ...site, posted, failed, restoreFiles: () => restored.abort() };
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, idempotency-key',
};

/** Captures warnings and uncaught errors. Runs before all other scripts. */
const CAPTURE_SCRIPT = `<script>
  window.captured = { warnings: [], errors: [] };
  {
    const warn = console.warn;
    console.warn = (...args) => { captured.warnings.push(args.join(' ')); warn.apply(console, args); };
    addEventListener('error', ({ message }) => captured.errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => captured.errors.push(String(reason)));
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
    ${CAPTURE_SCRIPT}
    <meta name="heed-endpoint" content="/feedback" />
    ${head}
    ${heed}
  </head>
  <body>${body}</body>
</html>`;
}
