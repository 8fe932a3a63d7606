/** Generated blocks stand between `<!-- generated:name -->` and `<!-- /generated -->`. */
import type { Page } from '../pages.ts';

const BLOCK = /(<!-- generated:([\w/-]+) -->\n)([\s\S]*?)(<!-- \/generated -->)/g;

/** The page's text with every block as its generator makes it now. */
export function renderBlocks(page: Page, generate: (name: string) => string): string {
  return page.text.replaceAll(BLOCK, (_, start: string, name: string, _old: string, end: string) => {
    return `${start}\n${generate(name).trim()}\n\n${end}`;
  });
}

export function countBlocks(page: Page): number {
  return Array.from(page.text.matchAll(BLOCK)).length;
}
