import { afterAll, beforeAll, expect, it } from 'vitest';
import { SOURCES } from '../shared/bundle.ts';
import { inBrowser } from '../shared/launch.ts';
import { visit } from './measure/visit.ts';
import { startSite, type Site } from './site/site.ts';
import { bareLit, heed } from './subjects.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite([bareLit, heed], SOURCES);
});

afterAll(() => site.close());

it('measures every figure of a page, and selects a step by a click', () =>
  inBrowser('chromium', async (browser) => {
    for (const subject of [bareLit, heed]) {
      const { longTasksMs, shift, ...figures } = await visit(browser, site, subject, 2);
      for (const [name, value] of Object.entries(figures))
        expect(value, `${subject.name}, ${name}`).toBeGreaterThan(0);
      expect(longTasksMs).toBeInstanceOf(Array);
      expect(shift).toBeGreaterThanOrEqual(0);
    }
  }));

it('rejects a page where a click selects no step', () =>
  inBrowser('chromium', async (browser) => {
    const wrong = { ...bareLit, selected: '.never' };
    await expect(visit(browser, site, wrong, 1)).rejects.toThrow('Bare Lit element, 1 in the page');
  }));
