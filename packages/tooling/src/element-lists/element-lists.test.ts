/** Compares the lists of elements that are written by hand with the modules in `packages/elements/src/define`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../workspace.ts';

const NAMES = readdirSync(join(root, 'packages/elements/src/define')).map((file) => file.replace('.ts', ''));

const toClass = (name: string): string => `Heed${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Each list, with the text that it must contain for an element. */
const LISTS: Record<string, (name: string) => string> = {
  'packages/elements/README.md': (name) => `\`heed-${name}\``,
  'packages/elements/src/index.ts': (name) => `./components/${name}/${name}.ts`,
  'packages/elements/src/locales/en.ts': (name) => `...${name}English`,
  'packages/elements/src/locales/fit.test.ts': (name) => `tag: 'heed-${name}'`,
  'packages/end-to-end/src/server-rendering/elements.ts': (name) => `@heed/elements/define/${name}'`,
  'packages/heed/src/preact.ts': toClass,
  'packages/heed/src/react.ts': toClass,
  'packages/heed/src/tags.all.ts': (name) => `@heed/elements/define/${name}'`,
  'packages/heed/src/tags.ts': (name) => `'heed-${name}': lazyImport(`,
  'packages/heed/src/vue.ts': toClass,
};

describe('lists of elements', () => {
  for (const [file, toEntry] of Object.entries(LISTS)) {
    it(`names every element in ${file}`, () => {
      const text = readFileSync(join(root, file), 'utf8');
      expect(NAMES.filter((name) => !text.includes(toEntry(name)))).toEqual([]);
    });
  }

  it('has a page for every element', () => {
    const pages = readdirSync(join(root, 'docs/elements'));
    expect(NAMES.filter((name) => !pages.includes(`${name}.md`))).toEqual([]);
  });

  it('has a folder with class, test and English strings for every element', () => {
    const elements = join(root, 'packages/elements/src');
    const strings = readdirSync(join(elements, 'locales/en'));
    for (const name of NAMES) {
      const files = readdirSync(join(elements, 'components', name));
      expect(files).toContain(`${name}.ts`);
      expect(files).toContain(`${name}.test.ts`);
      expect(strings).toContain(`${name}.ts`);
    }
  });

  it('selects every element in the complete file', () => {
    const text = readFileSync(join(root, 'packages/heed/src/tags.all.ts'), 'utf8');
    const selector = /TAGS =([^;]*);/.exec(text)?.[1] ?? '';
    const tags = selector.match(/heed-\w+/g)?.map((tag) => tag.replace('heed-', ''));
    expect(tags?.toSorted()).toEqual(NAMES.toSorted());
  });
});
