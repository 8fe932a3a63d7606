/** Replaces generated blocks, which are between `<!-- generated:name -->` and `<!-- /generated -->`. */
import type { Page } from '../pages.ts';

const BLOCK = /(<!-- generated:([\w/-]+) -->\n)([\s\S]*?)(<!-- \/generated -->)/g;

/** Returns the text of the page with current blocks. */
export function renderBlocks(page: Page, generate: (name: string) => string): string {
  return page.text.replaceAll(BLOCK, (_, start: string, name: string, _old: string, end: string) => {
    return `${start}\n${generate(name).trim()}\n\n${end}`;
  });
}

export function countBlocks(page: Page): number {
  return Array.from(page.text.matchAll(BLOCK)).length;
}
