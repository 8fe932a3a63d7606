import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../elements/src/locales/index.ts';
import { root } from '../workspace.ts';

const page = readFileSync(join(root, 'docs/guide/languages.md'), 'utf8');

it('lists exactly the available languages in the documentation', () => {
  const named = [...page.matchAll(/^\| [^|`]+ \| `([\w-]+)`/gm)].map(([, tag]) => tag ?? '');
  expect(named.sort()).toEqual([...LANGUAGES, 'en'].sort());
});
