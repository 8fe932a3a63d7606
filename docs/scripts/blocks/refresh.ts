import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Finding, Report } from '../findings.ts';
import { root, type Page } from '../pages.ts';
import { generateBlock } from './generate.ts';
import { countBlocks, renderBlocks } from './markers.ts';

/** Returns the page with current blocks, formatted with the configuration of the repository. */
export async function refreshBlocks(page: Page): Promise<string> {
  if (countBlocks(page) === 0) return page.text;
  const filepath = join(root, page.file);
  return format(renderBlocks(page, generateBlock), { ...(await resolveConfig(filepath)), filepath });
}

export async function checkBlocks(pages: Page[]): Promise<Report> {
  const findings: Finding[] = [];
  for (const page of pages) {
    if ((await refreshBlocks(page)) !== page.text) {
      const message = 'A generated block is out of date. Run "pnpm --filter @heed/docs run reference".';
      findings.push({ file: page.file, message });
    }
  }
  return { checked: pages.reduce((sum, page) => sum + countBlocks(page), 0), findings };
}
