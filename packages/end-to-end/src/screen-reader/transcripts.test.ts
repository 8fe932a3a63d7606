import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { LANGUAGES } from './flow.ts';
import { flows } from './flows/index.ts';
import { BROWSERS } from './desktop/open-browser.ts';

it('keeps a transcript of every flow in every browser and language, and no other', () => {
  const expected = BROWSERS.flatMap((browser) =>
    flows.flatMap(({ name, languages = LANGUAGES }) =>
      languages.map((language) => `${browser}/${name}.${language}.txt`),
    ),
  );
  const cwd = fileURLToPath(new URL('transcripts', import.meta.url));
  const versions = BROWSERS.map((browser) => `${browser}/recorded-with.txt`);
  expect(globSync('*/*', { cwd }).toSorted()).toEqual([...expected, ...versions].toSorted());
});
