/** A shop that renders its elements on the server, under the strict policy plus a nonce for styles. */
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { loadLanguage, renderElements } from '@heed/elements/server';
import { bundle } from '../shared/site/bundle.ts';
import { serve, type Site } from '../shared/site/serve.ts';
import './elements.ts';
import { renderMarkup } from './markup.ts';

export interface Shop extends Site {
  /** Bodies posted by the form without scripts. */
  posted: string[];
}

export async function startShop(): Promise<Shop> {
  const posted: string[] = [];
  await loadLanguage('de');
  // Bundles the built packages, which the server uses too, because hydration needs identical templates.
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
      .setHeader('content-security-policy', createPolicy(nonce))
      .end(await renderElements(renderMarkup(nonce), { nonce }));
  });
  return { ...site, posted };
}

function createPolicy(nonce: string): string {
  return [
    "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'",
    "require-trusted-types-for 'script'; trusted-types lit-html",
    `style-src 'nonce-${nonce}'`,
  ].join('; ');
}
