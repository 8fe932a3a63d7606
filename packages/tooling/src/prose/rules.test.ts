import { describe, expect, it } from 'vitest';
import { findInText } from './find.ts';
import { nameRules, proseRules } from './rules.ts';

interface Example {
  /** Breaks the rule. */
  bad: string;
  /** Similar, and allowed. */
  good: string;
  /** Defaults to a page of the docs, or to a source file of the client. */
  path?: string;
}

const promptFile = 'packages/elements/src/prompt/rules.ts';
const surveyFile = 'packages/elements/src/survey/steps.ts';
const clientFile = 'packages/client/src/queue.ts';

const prose: Record<string, Example> = {
  visitor: { bad: 'A visitor answers.', good: 'A user answers; `visitor` is a field.' },
  usual: { bad: 'the usual label', good: 'Usually, the value is "usual".' },
  'the team': { bad: 'The team reads it.', good: 'Your team reads it.' },
  "the page's author": { bad: "for the page's author", good: 'for you' },
  'words of the tag': { bad: 'the words of the tag', good: 'the attributes of the tag' },
  'own words': { bad: 'Set your own words.', good: "In their own words; in the user's own words." },
  flaw: { bad: 'two flaws', good: 'two validation messages' },
  breach: { bad: 'a breach of the policy', good: 'a data breach' },
  mistake: { bad: 'a mistake in the list', good: 'Closed by mistake.' },
  complains: { bad: 'The field complains.', good: 'A customer complains.' },
  verdict: { bad: 'the verdict of the endpoint', good: 'the classification' },
  judge: { bad: 'It judges the reply.', good: 'It classifies what a user can judge.' },
  hub: { bad: 'the hub of events', good: 'on GitHub' },
  twin: { bad: 'It has a twin.', good: 'between two entries' },
  unasked: { bad: 'unasked questions', good: 'inactive questions' },
  'hand down': { bad: 'Tokens are handed down.', good: 'Hand it over, down to the last field.' },
  gate: { bad: '// The gate opens.', good: '// The scheduler opens it.', path: promptFile },
  row: { bad: '// Removes a row.', good: '// Removes a queue entry.', path: clientFile },
  whoever: { bad: 'whoever has the token', good: 'clients that have the token' },
  anew: { bad: 'It starts anew.', good: 'It starts again, a new one.' },
  'so many': { bad: 'so\nmany may wait', good: '500 may wait' },
  'so long': { bad: 'waits so long', good: 'waits as long as it takes' },
  'of its own': { bad: 'a file of its own', good: 'on its own' },
  'by itself': { bad: 'It closes by itself.', good: 'It closes itself.' },
  'the one that': { bad: 'the one that waits', good: 'the entry that waits' },
  'that of the': { bad: 'that of the page', good: 'the title of the page' },
  'is none': { bad: 'The value is none.', good: 'There is none.' },
  'is no …': { bad: 'The text is no number.', good: 'There is no number; it is no longer shown.' },
  'gives back': { bad: 'It gives back a list.', good: 'It gives a list.' },
  'is told': { bad: 'The page is told.', good: 'The page receives an event.' },
  tells: { bad: 'The attribute tells when.', good: 'The message tells you when, and tells the browser.' },
  stands: { bad: 'It stands in the file.', good: 'CSP stands for a policy. A stand-in answers.' },
  holds: { bad: 'The queue holds records.', good: 'While the condition holds, it holds the lock.' },
  beside: { bad: 'a text beside the field', good: 'a text next to the field' },
  'at once': { bad: 'It opens at once.', good: 'It opens immediately; all at once or one at a time.' },
  'such a': { bad: 'in such a page', good: 'such as a page' },
};

const names: Record<string, Example> = {
  visitor: { bad: 'const visitorId = 1;', good: 'const userId = 1;' },
  usual: { bad: 'const usualLabel = 1;', good: 'const defaultLabel = 1;' },
  words: {
    bad: 'let commonWords: string;',
    good: 'let wording: string;',
    path: 'packages/elements/src/a.ts',
  },
  say: { bad: 'function say() {}', good: 'function essay() {}' },
  flaw: { bad: 'type Flaw = 1;', good: 'type Flow = 1;' },
  breach: { bad: 'let breaches = 1;', good: 'let branches = 1;' },
  mistake: { bad: 'let mistake = 1;', good: 'let problem = 1;' },
  complain: { bad: 'function complain() {}', good: 'let complaint = 1;' },
  verdict: { bad: 'let verdict = 1;', good: 'let result = 1;' },
  judge: { bad: 'function judgeReply() {}', good: 'function classifyReply() {}' },
  hub: { bad: 'let hub = 1;', good: 'let gitHubUrl = 1;' },
  twin: { bad: 'let twin = 1;', good: 'let twine = 1;' },
  unasked: { bad: 'let unasked = 1;', good: 'let inactive = 1;' },
  'hand down': { bad: 'function handDown() {}', good: 'function handleDown() {}' },
  press: { bad: 'class Press {}', good: 'function press() {}' },
  way: { bad: 'class Way {}', good: 'let inTheWay = 1;', path: surveyFile },
  kept: { bad: 'class Kept {}', good: 'class Draft {}', path: surveyFile },
  filed: { bad: 'let filed = 1;', good: 'let profiled = 1;' },
  'what next': { bad: 'let whatNext = 1;', good: 'let nextSteps = 1;' },
  gate: { bad: 'class Gate {}', good: 'let gateway = 1;', path: promptFile },
  turn: { bad: 'function takeTurn() {}', good: 'function returnIt() {}', path: promptFile },
  world: { bad: 'let world = 1;', good: 'let worldwide = 1;', path: promptFile },
  scene: { bad: 'let scene = 1;', good: 'let scenery = 1;', path: promptFile },
  stage: { bad: 'let stage = 1;', good: 'let staged = 1;', path: promptFile },
  tell: { bad: 'function tell() {}', good: 'function foretell() {}' },
  row: { bad: 'let row = 1;', good: 'let arrow = 1;' },
};

function findTerms(path: string, text: string): string[] {
  return findInText(path, text).map(({ rule }) => rule.term);
}

describe('rules for prose', () => {
  it.each(proseRules)('find "$term" and only that', ({ term }) => {
    const { bad, good, path = 'docs/page.md' } = prose[term] ?? { bad: '', good: '' };
    expect(findTerms(path, bad)).toEqual([term]);
    expect(findTerms(path, good)).toEqual([]);
  });
});

describe('rules for names', () => {
  it.each(nameRules)('find "$term" and only that', ({ term }) => {
    const { bad, good, path = clientFile } = names[term] ?? { bad: '', good: '' };
    expect(findTerms(path, bad)).toEqual([term]);
    expect(findTerms(path, good)).toEqual([]);
  });
});

it('limits rules to the packages where the term is wrong', () => {
  expect(findTerms('packages/receiver/src/store.ts', '// Inserts a row.\nlet row = 1;')).toEqual([]);
  expect(findTerms('packages/tooling/src/steps.ts', '// The stage of a step.\nlet stage = 1;')).toEqual([]);
});
