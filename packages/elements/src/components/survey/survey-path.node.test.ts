import { expect, test } from 'vitest';
import type { Question } from './questions.ts';
import { SurveyPath, type Step } from './survey-path.ts';

/** A step with questions, without a document. */
function step(key: string, ...names: string[]): Step {
  const questions = names.map((name) => ({ answers: [{ name, kind: 'text', value: null }] }));
  return {
    element: { key } as unknown as HTMLElement,
    name: key,
    key,
    questions: questions as unknown as Question[],
  };
}

const ALL = [step('visit', 'satisfied', 'why'), step('price', 'fair'), step('last', 'contact')];
const ALL_SELECTED = { steps: [0, 1, 2], asked: new Set(['satisfied', 'why', 'fair', 'contact']), ending: 0 };

const pathOf = (selection = ALL_SELECTED, isPage = false): SurveyPath =>
  new SurveyPath().select(ALL, selection, isPage);
const keysOf = (steps: readonly Step[]): string[] => steps.map(({ key }) => key);
const namesOf = (questions: readonly Question[]): unknown[] =>
  questions.map(({ answers }) => answers[0]?.name);

test('starts at the first step', () => {
  const path = pathOf();
  expect(path.current?.key).toBe('visit');
  expect(path.isAtEnd).toBe(false);
});

test('moves to the next step and back', () => {
  const path = pathOf().next();
  expect(path.current?.key).toBe('price');
  expect(path.next().isAtEnd).toBe(true);
  expect(path.back().current?.key).toBe('visit');
});

test('leaves the path that it moves from unchanged', () => {
  const path = pathOf();
  path.next();
  path.goTo(2);
  path.select([], ALL_SELECTED, true);
  expect([path.index, path.isPage, keysOf(path.steps)]).toEqual([0, false, ['visit', 'price', 'last']]);
});

test('does not move before the first step', () => {
  expect(pathOf().back().index).toBe(0);
  expect(pathOf().goTo(-1).index).toBe(0);
});

test('contains only the steps and questions that the answers select', () => {
  const path = pathOf({ steps: [0, 2], asked: new Set(['satisfied', 'contact']), ending: 0 });
  expect(keysOf(path.steps)).toEqual(['visit', 'last']);
  expect(namesOf(path.questions)).toEqual(['satisfied', 'contact']);
});

test('keeps the current step when a step before it leaves the path', () => {
  const path = pathOf()
    .goTo(2)
    .select(ALL, { ...ALL_SELECTED, steps: [0, 2] }, false);
  expect([path.index, path.current?.key]).toEqual([1, 'last']);
});

test('keeps the current step when the steps are moved', () => {
  const [first, ...others] = ALL;
  const path = pathOf().select([...others, ...(first ? [first] : [])], ALL_SELECTED, false);
  expect([path.index, path.current?.key]).toEqual([2, 'visit']);
});

test('stays at the same index when the current step leaves the path', () => {
  expect(
    pathOf()
      .next()
      .select(ALL, { ...ALL_SELECTED, steps: [0, 2] }, false).current?.key,
  ).toBe('last');
});

test('goes to the last step when the steps after it leave the path', () => {
  expect(
    pathOf()
      .goTo(2)
      .select(ALL, { ...ALL_SELECTED, steps: [0] }, false).current?.key,
  ).toBe('visit');
});

test('shows the questions of the current step', () => {
  const path = pathOf();
  expect(namesOf(path.shownQuestions)).toEqual(['satisfied', 'why']);
  expect(keysOf(path.shownSteps)).toEqual(['visit']);
});

test('shows all steps on one page and is at its end', () => {
  const path = pathOf(ALL_SELECTED, true);
  expect(namesOf(path.shownQuestions)).toEqual(['satisfied', 'why', 'fair', 'contact']);
  expect(keysOf(path.shownSteps)).toEqual(['visit', 'price', 'last']);
  expect(path.isAtEnd).toBe(true);
});

test('has no current step and no questions without steps', () => {
  const path = pathOf().select([], ALL_SELECTED, false);
  expect([path.index, path.current, path.shownQuestions, path.shownSteps, path.isAtEnd]).toEqual([
    0,
    undefined,
    [],
    [],
    true,
  ]);
});
