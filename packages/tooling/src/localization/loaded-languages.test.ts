import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, listLoaded } from '../size/bundle.ts';
import { root } from '../workspace.ts';

const folder = 'packages/elements/src';
const isOtherLanguage = (module: string): boolean =>
  module.startsWith(`${folder}/locales/`) && !module.startsWith(`${folder}/locales/en/`);

describe('the first request of a page', () => {
  for (const entry of globSync(`${folder}/define/*.ts`, { cwd: root })) {
    const name = entry.slice(folder.length);

    it(`loads no other language with ${name}`, async () => {
      const page = await bundle(join(root, entry));
      const modulesIn = (output: string): string[] => Object.keys(page.outputs[output]?.inputs ?? {});
      expect([...listLoaded(page, [])].flatMap(modulesIn).filter(isOtherLanguage)).toEqual([]);
    });

    it(`splits each language into its own file with ${name}`, async () => {
      const { outputs } = await bundle(join(root, entry));
      const languages = Object.values(outputs).map(({ inputs }) =>
        Object.keys(inputs).filter(isOtherLanguage),
      );
      expect(languages.filter(({ length }) => length > 1)).toEqual([]);
      expect(languages.flat()).toContain(`${folder}/locales/de.ts`);
    });
  }
});
