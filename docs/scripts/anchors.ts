/** Finds links inside the built site that lead to a heading that is not there; the builder checks pages only. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Report } from './findings.ts';
import { docs } from './pages.ts';

const SITE = join(docs, '.vitepress/dist');
const LINK = /<a [^>]*href="(\/[^"#]*)?#([^"]+)"/g;
const ID = /\sid="([^"]+)"/g;

export function checkAnchors(): Report {
  const pages = new Map(globSync('**/*.html', { cwd: SITE }).map((file) => [addressOf(file), read(file)]));
  const ids = new Map(Array.from(pages, ([address, html]) => [address, new Set(findAll(html, ID))]));
  const links = Array.from(pages).flatMap(([from, html]) =>
    Array.from(html.matchAll(LINK), ([, to = from, anchor = '']) => ({
      from,
      to,
      anchor: decodeURIComponent(anchor),
    })),
  );
  const dead = links.filter(({ to, anchor }) => !ids.get(to)?.has(anchor));
  const findings = dead.map(({ from, to, anchor }): Finding => ({
    file: `docs${from}`,
    message: `No heading ${to}#${anchor}`,
  }));
  return { checked: links.length, findings };
}

/** `guide/styling.html` is reached as `/guide/styling`, `client/index.html` as `/client/`. */
function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
}

function findAll(html: string, pattern: RegExp): string[] {
  return Array.from(html.matchAll(pattern), (match) => match[1] ?? '');
}

function read(file: string): string {
  return readFileSync(join(SITE, file), 'utf8');
}
