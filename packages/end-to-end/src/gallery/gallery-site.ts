/** The built gallery under the strictest policy that the elements support. Its style sheet is a separate file. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { serve, type Site } from '../shared/site/serve.ts';

const BUILT = new URL('../../../../examples/gallery/dist/', import.meta.url);
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const POLICY = [
  "default-src 'none'; script-src 'self'; connect-src 'self'",
  "require-trusted-types-for 'script'; trusted-types lit-html",
  // For the page's style sheet and icon. The elements need neither.
  "style-src 'self'; img-src 'self'; report-uri /violations",
].join('; ');

export interface Gallery extends Site {
  /** Policy violations reported by browsers. */
  violations: string[];
}

export async function startGallery(): Promise<Gallery> {
  const violations: string[] = [];
  const site = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    if (pathname === '/violations') violations.push(await text(request));
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const content = await readFile(new URL(file, BUILT)).catch(() => undefined);
    response
      .writeHead(content ? 200 : 404, {
        'content-type': TYPES[extname(file)] ?? 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
      })
      .end(content);
  });
  return { ...site, violations };
}

/** The body of an async function that resolves when every element has reached its state. */
export const READY = `
  while (document.documentElement.dataset.ready !== '') await new Promise((resolve) => setTimeout(resolve, 50));`;
