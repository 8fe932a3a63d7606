/** Turns an html example into a complete page. Scripts and styles are in files, as the strict policy requires. */
import { build } from 'esbuild';
import { docs } from '../pages.ts';
import type { ExampleServer } from './server.ts';

const INLINE_SCRIPT = /<script type="module">([\s\S]*?)<\/script>/g;
const STYLE = /<style>([\s\S]*?)<\/style>/g;
/** The script of the guide, for examples without a script. */
const SCRIPT = '<script type="module" src="/heed.min.js"></script>';
const CDN = /"[^"]*\/heed\.min\.js"/g;

/** Adds the page and its files to the server. Returns the path of the page. */
export async function putDocument(server: ExampleServer, name: string, html: string): Promise<string> {
  const scripts = Array.from(html.matchAll(INLINE_SCRIPT), ([, code = '']) => code);
  for (const [index, code] of scripts.entries()) {
    server.put(`/${name}-${index}.js`, 'text/javascript', await bundle(code));
  }
  const styles = Array.from(html.matchAll(STYLE), ([, code = '']) => code);
  server.put(`/${name}.css`, 'text/css', styles.join('\n'));
  const link = styles.length > 0 ? `<link rel="stylesheet" href="/${name}.css">` : '';
  let count = 0;
  const body = html
    .replaceAll(INLINE_SCRIPT, () => `<script type="module" src="/${name}-${count++}.js"></script>`)
    .replaceAll(STYLE, '')
    .replaceAll(CDN, '"/heed.min.js"');
  const script = html.includes('heed.min.js') || html.includes('import ') ? '' : SCRIPT;
  return putPage(server, name, link + script + body);
}

/** Adds a page with this body to the server. Returns its path. */
export function putPage(server: ExampleServer, name: string, body: string): string {
  server.put(`/${name}.html`, 'text/html', complete(body));
  return `/${name}.html`;
}

/** Bundles code with the built packages for the browser. Run "pnpm run build" first. */
export async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: docs, loader: 'ts' },
    bundle: true,
    write: false,
    logLevel: 'silent',
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

function complete(body: string): string {
  if (/<head>/i.test(body)) return body;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example</title></head><body>${body}</body></html>`;
}
