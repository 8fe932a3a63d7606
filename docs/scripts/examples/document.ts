/** Makes a complete page of an html example, its scripts and styles in files, as the strict policy asks. */
import { build } from 'esbuild';
import { docs } from '../pages.ts';
import type { ExampleServer } from './server.ts';

const INLINE_SCRIPT = /<script type="module">([\s\S]*?)<\/script>/g;
const STYLE = /<style>([\s\S]*?)<\/style>/g;
const CDN = /"[^"]*\/heed\.min\.js"/g;

/** Puts the page and what it loads on the server; returns its path. */
export async function putDocument(server: ExampleServer, name: string, html: string): Promise<string> {
  const scripts = Array.from(html.matchAll(INLINE_SCRIPT), ([, code = '']) => code);
  for (const [index, code] of scripts.entries()) {
    server.put(`/${name}-${index}.js`, 'text/javascript', await bundle(code));
  }
  const styles = Array.from(html.matchAll(STYLE), ([, code = '']) => code);
  server.put(`/${name}.css`, 'text/css', styles.join('\n'));
  let count = 0;
  const body = html
    .replaceAll(INLINE_SCRIPT, () => `<script type="module" src="/${name}-${count++}.js"></script>`)
    .replaceAll(STYLE, '')
    .replaceAll(CDN, '"/heed.min.js"');
  server.put(`/${name}.html`, 'text/html', complete(body, name));
  return `/${name}.html`;
}

/** One file for the browser, from the sources of the workspace. */
export async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: docs, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['@heed/source'],
  });
  return outputFiles[0]?.text ?? '';
}

function complete(body: string, name: string): string {
  const head = `<meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/${name}.css">`;
  if (/<head>/i.test(body)) return body.replace(/<head>/i, `<head>${head}`);
  return `<!doctype html><html lang="en"><head>${head}<title>Example</title></head><body>${body}</body></html>`;
}
