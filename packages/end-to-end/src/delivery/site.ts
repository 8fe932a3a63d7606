/** A site whose every page runs the client, as a team's bundler would build it. */
import { bundle } from '../site/bundle.ts';
import { serve, type Site } from '../site/serve.ts';

export type { Site } from '../site/serve.ts';

const HTML =
  '<!doctype html><html lang="en"><title>Delivery</title><script type="module" src="/page.js"></script>';

export async function startSite(): Promise<Site> {
  const script = await bundle(new URL('page.ts', import.meta.url));
  return serve(({ url }, response) => {
    const isScript = url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : HTML);
  });
}
