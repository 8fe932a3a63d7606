import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../elements/src/locales/en.ts';
import { root } from '../workspace.ts';
import { findStrays, findWords, holdsWords, type Source } from './spoken-words.ts';

const folder = join(root, 'packages/elements/src');
const sources: Source[] = globSync('**/*.ts', { cwd: folder })
  .filter((path) => !/\.test(-helper)?\.ts$|^locales\//.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));

describe('the words of the elements', () => {
  it('are all said by an element, and there is one for all that is said', () => {
    expect(findStrays(sources)).toEqual([]);
  });

  it('are all seen by this check', () => {
    const seen = new Set(sources.filter(holdsWords).flatMap(findWords));
    expect([...seen].sort()).toEqual(Object.keys(english).sort());
  });
});

describe('findStrays', () => {
  const words = { path: 'poll/poll.words.ts', text: "export const english = {\n  pollTitle: 'Vote',\n};\n" };
  const findWith = (...texts: string[]): string[] =>
    findStrays([words, ...texts.map((text) => ({ path: 'poll/poll.ts', text }))]);
  const unused = 'poll/poll.words.ts holds "pollTitle", which nothing says';

  for (const text of [
    "this.say('pollTitle')",
    "this.say(\n  'pollTitle',\n  { value },\n)",
    "this.say(open ? 'pollTitle' : part)",
    'this.say(`${kind}Title`)',
    'this.say(`poll${kind.slice(1)}`)',
    "const LABELS = { title: 'pollTitle' }",
    'const LABELS = { pollTitle: 1 }',
    "const KIND = 'image/*'; this.say('pollTitle'); /* done */",
  ]) {
    it(`takes a word for said by ${text}`, () => {
      expect(findWith(text)).toEqual([]);
    });
  }

  for (const text of [
    '',
    "// this.say('pollTitle')",
    "/* this.say('pollTitle') */",
    'this.say(key)',
    "'pollTitles'",
  ]) {
    it(`takes a word for unused by ${text || 'nothing'}`, () => {
      expect(findWith(text)).toEqual([unused]);
    });
  }

  it('finds a word that is said and is not there', () => {
    expect(findWith("this.say('pollTitle'); this.say('pollText')")).toEqual([
      'poll/poll.ts says "pollText", which is no word',
    ]);
  });

  it('finds a template that no word fits', () => {
    expect(findWith("this.say('pollTitle'); this.say(`${kind}Text`)")).toEqual([
      'poll/poll.ts says "${kind}Text", which is no word',
    ]);
  });

  it('leaves out what a key is only compared with', () => {
    expect(findWith("this.say(kind === 'closed' ? 'pollTitle' : part)")).toEqual([]);
  });

  it('reads no key from the values that a word is given', () => {
    expect(findWith("this.say('pollTitle', { name: pick('name') })")).toEqual([]);
  });

  it('does not take the words of one element for said by another', () => {
    expect(findStrays([words, { path: 'quiz/quiz.ts', text: "this.say('pollTitle')" }])).toEqual([unused]);
  });

  it('lets every element say a shared word', () => {
    const shared = { path: 'internal/english.ts', text: "export const english = {\n  send: 'Send',\n};\n" };
    expect(findStrays([shared, { path: 'quiz/quiz.ts', text: "this.say('send')" }])).toEqual([]);
  });
});
