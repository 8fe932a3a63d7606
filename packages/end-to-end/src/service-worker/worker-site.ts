/** A site whose own service worker includes Heed's. */
import { setTimeout as pause } from 'node:timers/promises';
import { bundle } from '../shared/site/bundle.ts';
import { serve, type Site } from '../shared/site/serve.ts';

export interface WorkerSite extends Site {
  /** Tags of the sync events that the site's own listener received, in order. */
  receivedSyncs: string[];
  /** Duration of that listener, and minimum duration of each sync, in milliseconds. Defaults to 0. */
  listenerMs: number;
}

const HTML =
  '<!doctype html><html lang="en"><title>Site</title><script type="module" src="/page.js"></script>';
/** A page without the client. */
const OTHER = '<!doctype html><html lang="en"><title>Other</title>';

let built: Promise<Map<string, string>> | undefined;

/** Starts the site on a new origin. */
export async function startWorkerSite(): Promise<WorkerSite> {
  const scripts = await (built ??= buildScripts());
  const state = { receivedSyncs: [] as string[], listenerMs: 0 };
  const { origin, close } = await serve(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const script = scripts.get(pathname);
    if (pathname === '/sync') {
      state.receivedSyncs.push(searchParams.get('tag') ?? '');
      await pause(state.listenerMs);
    }
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ?? (pathname === '/' ? HTML : OTHER));
  });
  return Object.assign(state, { origin, close });
}

async function buildScripts(): Promise<Map<string, string>> {
  return new Map([
    ['/page.js', await bundle(new URL('background-page.ts', import.meta.url))],
    // A classic worker, as on most sites.
    ['/worker.js', await bundle(new URL('site-worker.ts', import.meta.url), { format: 'iife' })],
  ]);
}
