import { expect, test } from 'vitest';
import { compileFlow, type FlowQuestion, type FlowSource, type FlowStep } from './flow.ts';
import type { Values } from './test/any-flow.ts';

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

test('skips a step whose condition is false, with its questions and jumps', () => {
  const survey = {
    steps: [ask(RECOMMEND), { ...ask(WHY), showIf: 'recommend <= 6', goTo: 'end' }, ask()],
  };
  expect(findPath(survey, { recommend: 3 }).steps).toEqual([0, 1]);
  expect(findPath(survey, { recommend: 9 }).steps).toEqual([0, 2]);
  expect(findPath(survey, { recommend: 9, why: 'x' }).asked).toEqual(new Set(['recommend']));
});

test('skips a step when none of its questions is asked', () => {
  const steps = [ask(RECOMMEND), ask({ ...WHY, showIf: 'recommend <= 6' })];
  expect(findPath({ steps }).steps).toEqual([0]);
  expect(findPath({ steps }, { recommend: 3 }).steps).toEqual([0, 1]);
});

test('allows a question to depend on an earlier one in the same step', () => {
  const steps = [ask(RECOMMEND, { ...WHY, showIf: 'recommend <= 6' })];
  expect(findPath({ steps }, { recommend: 3 }).asked).toEqual(new Set(['recommend', 'why']));
  expect(findPath({ steps }, { recommend: 9 }).asked).toEqual(new Set(['recommend']));
});

test('follows the first jump whose condition is true, or else continues with the next step', () => {
  const steps = [
    { ...ask(RECOMMEND), goTo: 'thanks if recommend >= 9; end if recommend >= 7' },
    ask(WHY),
    { ...ask(), name: 'thanks' },
  ];
  expect(findPath({ steps }, { recommend: 10 }).steps).toEqual([0, 2]);
  expect(findPath({ steps }, { recommend: 7 }).steps).toEqual([0]);
  expect(findPath({ steps }, { recommend: 0 }).steps).toEqual([0, 1, 2]);
});

test('ignores an answer in an abandoned branch', () => {
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

test('ends with the first ending whose condition is true, or else with the default one', () => {
  const endings = [{}, { showIf: 'recommend <= 6' }, { showIf: 'recommend <= 8' }];
  const survey = { steps: [ask(RECOMMEND)], endings };
  expect(findPath(survey, { recommend: 3 }).ending).toBe(1);
  expect(findPath(survey, { recommend: 8 }).ending).toBe(2);
  expect(findPath(survey, { recommend: 9 }).ending).toBe(0);
  expect(findPath({ ...survey, endings: endings.slice(1) }, { recommend: 9 }).ending).toBeUndefined();
});

test('treats names of Object.prototype like any other', () => {
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
])('rejects a name that is not known yet, in %s', (_, source) => {
  expect(() => compileFlow(source)).toThrow(/a name known before it \((none|recommend)\).*HEED_NAME/);
});

test('recalls questions of the same step', () => {
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
])('rejects a duplicate name for %s', (_, source) => {
  expect(() => compileFlow(source)).toThrow(/expected a unique name, got "why" twice \(HEED_NAME\)/);
});

test('rejects a step named "end"', () => {
  expect(() => compileFlow({ steps: [{ ...ask(), name: 'end' }] })).toThrow('HEED_NAME');
});

test.each(['first', 'second', 'nowhere', 'constructor'])('rejects a jump to the %s step', (to) => {
  const steps = [
    { ...ask(), name: 'first' },
    { ...ask(), name: 'second', goTo: to },
  ];
  expect(() => compileFlow({ steps })).toThrow(
    `go-to of step 2: expected "end" or a later step, got "${to}" (HEED_JUMP)`,
  );
});

test('rejects empty conditions and jumps', () => {
  expect(() => compileFlow({ steps: [{ ...ask(), showIf: '' }] })).toThrow('HEED_EXPRESSION');
  expect(() => compileFlow({ steps: [{ ...ask(), goTo: '' }] })).toThrow('HEED_EXPRESSION');
});
