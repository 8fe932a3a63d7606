import { expect, test } from 'vitest';
import { compileFlow, type FlowQuestion, type FlowSource, type FlowStep } from './flow.ts';
import type { Values } from './test/any-flow.test-helper.ts';

const RECOMMEND: FlowQuestion = { name: 'recommend', kind: 'nps' };
const WHY: FlowQuestion = { name: 'why', kind: 'text' };

function ask(...questions: FlowQuestion[]): FlowStep {
  return { questions };
}

function findPath(source: FlowSource, values: Record<string, string | number | null> = {}) {
  return compileFlow(source).findPath(new Map(Object.entries(values)) satisfies Values);
}

test('shows every step of a survey without conditions, and asks every question', () => {
  const { steps, asked, ending } = findPath({ steps: [ask(RECOMMEND), ask(), ask(WHY)] });
  expect(steps).toEqual([0, 1, 2]);
  expect([...asked]).toEqual(['recommend', 'why']);
  expect(ending).toBeUndefined();
});

test('leaves out a step whose condition does not hold, with its questions and its jumps', () => {
  const survey = {
    steps: [ask(RECOMMEND), { ...ask(WHY), showIf: 'recommend <= 6', goTo: 'end' }, ask()],
  };
  expect(findPath(survey, { recommend: 3 }).steps).toEqual([0, 1]);
  expect(findPath(survey, { recommend: 9 }).steps).toEqual([0, 2]);
  expect(findPath(survey, { recommend: 9, why: 'x' }).asked).toEqual(new Set(['recommend']));
});

test('leaves out a step when none of its questions is asked', () => {
  const steps = [ask(RECOMMEND), ask({ ...WHY, showIf: 'recommend <= 6' })];
  expect(findPath({ steps }).steps).toEqual([0]);
  expect(findPath({ steps }, { recommend: 3 }).steps).toEqual([0, 1]);
});

test('lets a question depend on the one before it in the same step', () => {
  const steps = [ask(RECOMMEND, { ...WHY, showIf: 'recommend <= 6' })];
  expect(findPath({ steps }, { recommend: 3 }).asked).toEqual(new Set(['recommend', 'why']));
  expect(findPath({ steps }, { recommend: 9 }).asked).toEqual(new Set(['recommend']));
});

test('takes the first jump whose condition holds, and the next step without one', () => {
  const steps = [
    { ...ask(RECOMMEND), goTo: 'thanks if recommend >= 9; end if recommend >= 7' },
    ask(WHY),
    { ...ask(), name: 'thanks' },
  ];
  expect(findPath({ steps }, { recommend: 10 }).steps).toEqual([0, 2]);
  expect(findPath({ steps }, { recommend: 7 }).steps).toEqual([0]);
  expect(findPath({ steps }, { recommend: 0 }).steps).toEqual([0, 1, 2]);
});

test('takes an answer of a branch that was left for none', () => {
  const steps = [
    { ...ask(RECOMMEND), goTo: 'last if recommend > 6' },
    ask(WHY),
    { ...ask({ name: 'more', kind: 'text', showIf: 'why is answered' }), name: 'last' },
  ];
  expect(findPath({ steps }, { recommend: 3, why: 'slow' }).steps).toEqual([0, 1, 2]);
  expect(findPath({ steps }, { recommend: 9, why: 'slow' }).steps).toEqual([0]);
});

test('knows hidden fields from the start, and does not ask them', () => {
  const survey = { hidden: ['plan'], steps: [{ ...ask(WHY), showIf: "plan = 'free'" }] };
  expect(findPath(survey, { plan: 'free' })).toEqual({
    steps: [0],
    asked: new Set(['why']),
    ending: undefined,
  });
  expect(findPath(survey, { plan: 'paid' }).steps).toEqual([]);
});

test('ends with the first ending whose condition holds, and else with the usual one', () => {
  const endings = [{}, { showIf: 'recommend <= 6' }, { showIf: 'recommend <= 8' }];
  const survey = { steps: [ask(RECOMMEND)], endings };
  expect(findPath(survey, { recommend: 3 }).ending).toBe(1);
  expect(findPath(survey, { recommend: 8 }).ending).toBe(2);
  expect(findPath(survey, { recommend: 9 }).ending).toBe(0);
  expect(findPath({ ...survey, endings: endings.slice(1) }, { recommend: 9 }).ending).toBeUndefined();
});

test('takes names of objects for names like any other', () => {
  const steps = [
    ask({ name: '__proto__', kind: 'nps' }),
    { ...ask({ name: 'constructor', kind: 'text', showIf: '__proto__ is answered' }), name: 'toString' },
  ];
  expect(compileFlow({ steps }).findPath(new Map([['__proto__', 5]])).asked).toEqual(
    new Set(['__proto__', 'constructor']),
  );
  expect(compileFlow({ steps }).findPath(new Map()).asked).toEqual(new Set(['__proto__']));
});

test.each<[string, FlowSource]>([
  ['a condition of the step itself', { steps: [{ ...ask(RECOMMEND), showIf: 'recommend > 6' }] }],
  ['a condition on a later question', { steps: [ask({ ...RECOMMEND, showIf: 'why is empty' }, WHY)] }],
  ['a recalled name', { steps: [{ ...ask(), texts: ['{{why}}'] }, ask(WHY)] }],
  ['a jump', { steps: [{ ...ask(RECOMMEND), goTo: 'end if why is empty' }, ask(WHY)] }],
  ['an ending', { steps: [ask()], endings: [{ showIf: 'why is empty' }] }],
  ['the text of an ending', { steps: [ask()], endings: [{ texts: ['{{why}}'] }] }],
])('refuses a name that is not known before it, in %s', (_, source) => {
  expect(() => compileFlow(source)).toThrow(/a name known before it \((none|recommend)\).*HEED_NAME/);
});

test('recalls the questions of the same step', () => {
  expect(() => compileFlow({ steps: [{ ...ask(RECOMMEND), texts: ['{{recommend}}'] }] })).not.toThrow();
});

test.each<[string, FlowSource]>([
  ['two questions', { steps: [ask(WHY), ask(WHY)] }],
  ['a question and a hidden field', { steps: [ask(WHY)], hidden: ['why'] }],
  ['two hidden fields', { steps: [ask()], hidden: ['why', 'why'] }],
  [
    'two steps',
    {
      steps: [
        { ...ask(), name: 'why' },
        { ...ask(), name: 'why' },
      ],
    },
  ],
])('refuses one name for %s', (_, source) => {
  expect(() => compileFlow(source)).toThrow(/expected a unique name, got "why" twice \(HEED_NAME\)/);
});

test('refuses a step that is named like the end', () => {
  expect(() => compileFlow({ steps: [{ ...ask(), name: 'end' }] })).toThrow('HEED_NAME');
});

test.each(['first', 'second', 'nowhere', 'constructor'])('refuses a jump that leads to %s', (to) => {
  const steps = [
    { ...ask(), name: 'first' },
    { ...ask(), name: 'second', goTo: to },
  ];
  expect(() => compileFlow({ steps })).toThrow(
    `go-to of step 2: expected "end" or a later step, got "${to}" (HEED_JUMP)`,
  );
});

test('refuses empty conditions and jumps', () => {
  expect(() => compileFlow({ steps: [{ ...ask(), showIf: '' }] })).toThrow('HEED_EXPRESSION');
  expect(() => compileFlow({ steps: [{ ...ask(), goTo: '' }] })).toThrow('HEED_EXPRESSION');
});
