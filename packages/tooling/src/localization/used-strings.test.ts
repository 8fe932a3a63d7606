import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../elements/src/locales/en.ts';
import { root } from '../workspace.ts';
import { definesStrings, findProblems, listKeys, type Source } from './used-strings.ts';

const folder = join(root, 'packages/elements/src');
const sources: Source[] = globSync('**/*.ts', { cwd: folder })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.test\.ts$|(^|\/)test\/|^locales\/(?!en\/)/.test(path))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

describe('the strings of the elements', () => {
  it('are all used, and every key in use is defined', () => {
    expect(findProblems(sources)).toEqual([]);
  });

  it('are all read by this check', () => {
    const read = new Set(sources.filter(definesStrings).flatMap(listKeys));
    expect([...read].sort()).toEqual(Object.keys(english).sort());
  });
});

describe('findProblems', () => {
  const strings = {
    path: 'locales/en/poll.ts',
    text: "export const english = {\n  pollTitle: 'Vote',\n};\n",
  };
  const findWith = (...texts: string[]): string[] =>
    findProblems([strings, ...texts.map((text) => ({ path: 'components/poll/poll.ts', text }))]);
  const unused = 'locales/en/poll.ts defines "pollTitle", which is not used in components/poll/';

  for (const text of [
    "this.t('pollTitle')",
    "this.t(\n  'pollTitle',\n  { value },\n)",
    "this.t(open ? 'pollTitle' : part)",
    'this.t(`${kind}Title`)',
    'this.t(`poll${kind.slice(1)}`)',
    "const LABELS = { title: 'pollTitle' }",
    'const LABELS = { pollTitle: 1 }',
    "const KIND = 'image/*'; this.t('pollTitle'); /* done */",
  ]) {
    it(`counts a string as used by ${text}`, () => {
      expect(findWith(text)).toEqual([]);
    });
  }

  for (const text of [
    '',
    "// this.t('pollTitle')",
    "/* this.t('pollTitle') */",
    'this.t(key)',
    "'pollTitles'",
  ]) {
    it(`reports a string as unused with ${text || 'no code'}`, () => {
      expect(findWith(text)).toEqual([unused]);
    });
  }

  it('reports a key that is used but not defined', () => {
    expect(findWith("this.t('pollTitle'); this.t('pollText')")).toEqual([
      'components/poll/poll.ts uses "pollText", which is not defined in locales/en/',
    ]);
  });

  it('reports a template that matches no key', () => {
    expect(findWith("this.t('pollTitle'); this.t(`${kind}Text`)")).toEqual([
      'components/poll/poll.ts uses "${kind}Text", which is not defined in locales/en/',
    ]);
  });

  it('ignores strings that a key is compared with', () => {
    expect(findWith("this.t(kind === 'closed' ? 'pollTitle' : part)")).toEqual([]);
  });

  it('reads no key from the values that fill a string', () => {
    expect(findWith("this.t('pollTitle', { name: pick('name') })")).toEqual([]);
  });

  it('ignores functions whose name ends in t', () => {
    expect(findWith("this.t('pollTitle'); input('name')")).toEqual([]);
  });

  it('does not count the use of a string by another component', () => {
    const quiz = { path: 'components/quiz/quiz.ts', text: "this.t('pollTitle')" };
    expect(findProblems([strings, { path: 'components/poll/poll.ts', text: '' }, quiz])).toEqual([unused]);
  });

  it('lets every component use a shared string', () => {
    const shared = { path: 'locales/en/common.ts', text: "export const english = {\n  send: 'Send',\n};\n" };
    expect(findProblems([shared, { path: 'components/quiz/quiz.ts', text: "this.t('send')" }])).toEqual([]);
  });
});
