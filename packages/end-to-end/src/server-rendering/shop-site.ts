/** A shop that draws its elements on the server, under the strict policy plus a nonce for styles. */
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { loadLanguage, renderElements } from '@heed/elements/server';
import { bundle } from '../shared/site/bundle.ts';
import { serve, type Site } from '../shared/site/serve.ts';
import './elements.ts';
import { markup } from './markup.ts';

export interface Shop extends Site {
  /** Bodies that a form without scripts has posted. */
  posted: string[];
}

export async function startShop(): Promise<Shop> {
  const posted: string[] = [];
  await loadLanguage('de');
  // As built, like what the server draws with: to take it over, both need the very same templates.
  const script = await bundle(new URL('hydration-page.ts', import.meta.url), { conditions: [] });
  const site = await serve(async (request, response) => {
    if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
      return;
    }
    if (request.method === 'POST') posted.push(await text(request));
    const nonce = randomBytes(16).toString('base64');
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', policy(nonce))
      .end(await renderElements(markup(nonce), { nonce }));
  });
  return { ...site, posted };
}

function policy(nonce: string): string {
  return [
    "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'",
    "require-trusted-types-for 'script'; trusted-types lit-html",
    `style-src 'nonce-${nonce}'`,
  ].join('; ');
}
