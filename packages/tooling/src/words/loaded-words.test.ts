import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, listLoaded } from '../size/bundle.ts';
import { root } from '../workspace.ts';

const folder = 'packages/elements/src';
const isOfLocales = (module: string): boolean => module.startsWith(`${folder}/locales/`);

describe('what a page loads first', () => {
  for (const entry of globSync(`${folder}/define/*.ts`, { cwd: root })) {
    it(`holds no other language with ${entry.slice(folder.length)}`, async () => {
      const page = await bundle(join(root, entry));
      const modulesIn = (name: string): string[] => Object.keys(page.outputs[name]?.inputs ?? {});
      expect([...listLoaded(page, [])].flatMap(modulesIn).filter(isOfLocales)).toEqual([]);
    });

    it(`has each language in a file of its own with ${entry.slice(folder.length)}`, async () => {
      const { outputs } = await bundle(join(root, entry));
      const languages = Object.values(outputs).map(({ inputs }) => Object.keys(inputs).filter(isOfLocales));
      expect(languages.filter(({ length }) => length > 1)).toEqual([]);
      expect(languages.flat()).toContain(`${folder}/locales/de.ts`);
    });
  }
});
