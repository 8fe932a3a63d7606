/** Finds links to missing headings in the built site. The site generator checks only pages. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Report } from './findings.ts';
import { docs } from './pages.ts';

const SITE = join(docs, '.vitepress/dist');
const LINK = /<a [^>]*href="(\/[^"#]*)?#([^"]+)"/g;
const ID = /\sid="([^"]+)"/g;

export function checkAnchors(): Report {
  const pages = new Map(globSync('**/*.html', { cwd: SITE }).map((file) => [toPath(file), read(file)]));
  const ids = new Map(Array.from(pages, ([path, html]) => [path, new Set(findAll(html, ID))]));
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
    message: `Missing heading: ${to}#${anchor}`,
  }));
  return { checked: links.length, findings };
}

/** Returns the path of a page: `/guide/styling` for `guide/styling.html`, `/client/` for `client/index.html`. */
function toPath(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
}

function findAll(html: string, pattern: RegExp): string[] {
  return Array.from(html.matchAll(pattern), (match) => match[1] ?? '');
}

function read(file: string): string {
  return readFileSync(join(SITE, file), 'utf8');
}
