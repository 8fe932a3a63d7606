import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFlow } from '../flow/flow.ts';
import { HeedError } from '../errors.ts';
import type { SurveyDefinition, SurveyItem } from './definition.ts';
import { toFlowSource } from './flow-source.ts';
import { anyInvalidPart, BAD_ADDRESSES, placesIn, put } from './test/broken-survey.ts';
import { anySurvey } from './test/any-survey.ts';
import { checkSurvey, compileSurvey, validateSurvey } from './validate-survey.ts';

const NPS = { kind: 'nps', name: 'recommend' } as const;
const WHY = { kind: 'text', name: 'why' } as const;

function surveyOf(members: object): unknown {
  return { v: 1, survey: 'checkout', steps: [{ items: [NPS] }, { items: [WHY] }], ...members };
}
function pathsOf(members: object): string[] {
  return validateSurvey(surveyOf(members)).map(({ path }) => path);
}
function messageOf(value: unknown): string {
  try {
    checkSurvey(value);
    return '';
  } catch (error) {
    expect((error as HeedError).code).toBe('HEED_DEFINITION');
    return (error as HeedError).message;
  }
}

test('accepts the smallest survey and every valid one', () => {
  expect(validateSurvey(surveyOf({}))).toEqual([]);
  fc.assert(
    fc.property(anySurvey, (survey) => {
      expect(validateSurvey(survey)).toEqual([]);
      expect(checkSurvey(survey)).toBe(survey);
    }),
  );
});

test.each([null, undefined, 1, 'text', [], true])('rejects %j, which is not an object', (value) => {
  expect(validateSurvey(value)).toEqual([{ path: '', expected: 'an object', got: expect.any(String) }]);
});

test('reports where a member is misspelt', () => {
  expect(pathsOf({ stpes: [] })).toEqual(['/stpes']);
  expect(pathsOf({ steps: [{ items: [{ ...NPS, requird: true }], gotO: 'end' }] })).toEqual([
    '/steps/0/items/0/requird',
    '/steps/0/gotO',
  ]);
});

test.each([
  [{ steps: [{ showIf: 'recommend >', items: [WHY] }] }, '/steps/0/showIf'],
  [{ steps: [{ showIf: 'recommend > 3', items: [NPS] }] }, '/steps/0/showIf'],
  [{ steps: [{ items: [NPS, { ...WHY, showIf: "recommend = 'a'" }] }] }, '/steps/0/items/1/showIf'],
  [{ steps: [{ items: [{ ...WHY, showIf: 'recommend > 3' }, NPS] }] }, '/steps/0/items/0/showIf'],
  [{ steps: [{ goTo: 'why if recommend > 3', items: [NPS] }] }, '/steps/0/goTo'],
  [{ steps: [{ items: [NPS] }, { goTo: 'recommend', items: [WHY] }] }, '/steps/1/goTo'],
  [{ steps: [{ name: 'a', goTo: 'a', items: [NPS] }] }, '/steps/0/goTo'],
  [{ steps: [{ name: 'end', items: [NPS] }] }, '/steps/0/name'],
  [{ steps: [{ items: [NPS] }, { name: 'recommend', items: [WHY] }] }, '/steps/1/name'],
  [{ steps: [{ items: [NPS, NPS] }] }, '/steps/0/items/1/name'],
  [{ hidden: { why: '' } }, '/steps/1/items/0/name'],
  [{ endings: [{ showIf: 'unknown', items: [{ kind: 'statement', text: '' }] }] }, '/endings/0/showIf'],
  [{ endings: [{ items: [{ kind: 'statement', text: { en: '', de: '{{x}}' } }] }] }, '/endings/0/items'],
  [{ welcome: { items: [{ kind: 'statement', text: '{{why}}' }] } }, '/welcome/items'],
  [{ heading: '{{ }}' }, '/heading'],
  [{ prefill: ['why', 'plan'] }, '/prefill/1'],
])('finds a problem that a schema cannot express in %j', (members, path) => {
  expect(pathsOf(members)).toEqual([path]);
});

test('allows hidden fields from the start, including names of Object.prototype', () => {
  const text = 'Order {{order|none}}, {{__proto__}}';
  const hidden = JSON.parse('{"order":"","__proto__":"x"}') as object;
  expect(pathsOf({ hidden, prefill: ['order'], welcome: { items: [{ kind: 'statement', text }] } })).toEqual(
    [],
  );
  expect(pathsOf({ hidden, steps: [{ showIf: '__proto__ is answered', items: [NPS] }] })).toEqual([]);
});

test.each([
  [{ kind: 'csat', name: 'a', max: 3, value: 4 }, 'value'],
  [{ kind: 'csat', name: 'a', display: 'thumbs', value: 3 }, 'value'],
  [
    {
      kind: 'choice',
      name: 'a',
      options: [
        { value: 'x', label: '' },
        { value: 'x', label: '' },
      ],
    },
    'options/1/value',
  ],
  [{ kind: 'choice', name: 'a', options: [{ value: 'x', label: '' }], max: 1 }, 'multiple'],
  [{ kind: 'choice', name: 'a', options: [{ value: 'x', label: '' }], multiple: true, min: 3 }, 'min'],
  [{ kind: 'text', name: 'a', minLength: 5, maxLength: 4 }, 'minLength'],
  [{ kind: 'text', name: 'a', counter: true }, 'maxLength'],
  [{ kind: 'matrix', name: 'a', statements: [{ name: 'x', text: '' }], min: 1, max: 12 }, 'max'],
  [{ kind: 'matrix', name: 'a', statements: [{ name: 'x', text: '' }], min: 7 }, 'max'],
] as [SurveyItem, string][])('finds contradictory limits in %j', (item, place) => {
  expect(pathsOf({ steps: [{ items: [item] }] })).toEqual([`/steps/0/items/0/${place}`]);
});

test.each(BAD_ADDRESSES)('rejects the URL %j for links and pictures', (address) => {
  const items = [
    { kind: 'picture', src: address, alt: '' },
    { kind: 'consent', name: 'a', href: address },
  ];
  const endings = [{ items: [{ kind: 'link', href: address, text: 'x' }] }];
  expect(pathsOf({ endpoint: address, steps: [{ items }], endings })).toEqual([
    '/steps/0/items/0/src',
    '/steps/0/items/1/href',
    '/endpoint',
    '/endings/0/items/0/href',
  ]);
});

test('rejects exactly the conditions and jumps that cannot be compiled', () => {
  const source = fc.oneof(
    fc.constantFrom(
      'q-0 is answered',
      'q-1 is empty',
      'q-9 = 1',
      'end',
      'step-1',
      'step-0 if q-0 is answered',
      'and',
      '',
    ),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(
      anySurvey,
      fc.nat(),
      fc.constantFrom('showIf', 'goTo'),
      source,
      (survey, pick, member, text) => {
        const broken = JSON.parse(JSON.stringify(survey)) as SurveyDefinition;
        Object.assign(broken.steps[pick % broken.steps.length] ?? {}, { [member]: text });
        const compiles = (): boolean => {
          try {
            return !!compileFlow(toFlowSource(broken));
          } catch {
            return false;
          }
        };
        expect(validateSurvey(broken).length === 0).toBe(compiles());
      },
    ),
    { numRuns: 1000 },
  );
});

test('only throws HEED_DEFINITION, whatever the survey contains', () => {
  fc.assert(
    fc.property(
      anySurvey,
      fc.nat(),
      fc.nat(),
      anyInvalidPart,
      anyInvalidPart,
      (survey, first, second, invalid, other) => {
        const places = placesIn(survey);
        const once = put(survey, places[first % places.length] ?? [], invalid);
        const left = placesIn(once);
        messageOf(put(once, left[second % left.length] ?? [], other));
        messageOf(invalid);
      },
    ),
    { numRuns: 2000 },
  );
});

test('finds the paths through a survey', () => {
  const endings = [{ showIf: 'recommend <= 6', items: [{ kind: 'statement', text: 'Sorry' }] }];
  const survey = surveyOf({ endings }) as SurveyDefinition;
  const { asked, ending } = compileSurvey(survey).findPath(new Map([['recommend', 3]]));
  expect([[...asked], ending]).toEqual([['recommend', 'why'], 0]);
  expect(() => compileSurvey({ ...survey, steps: [] })).toThrow('HEED_DEFINITION');
});

test('reports the first problems with their paths, and the number of others', () => {
  expect(messageOf(surveyOf({ v: 2, stpes: [], partial: 1, noDraft: 'no', display: 'cards' }))).toBe(
    '[heed] survey: /v: expected version 1, got a number; /stpes: expected a known member, got an array of 0 items; ' +
      '/partial: expected true or false, got a number; and 2 more (HEED_DEFINITION)',
  );
});

test('reports the column of an invalid expression, and never its text', () => {
  const message = messageOf(
    surveyOf({ steps: [{ items: [NPS] }, { showIf: 'recommend < secret', items: [WHY] }] }),
  );
  expect(message).toContain(
    '/steps/1/showIf: expected a name known before it (recommend) at column 13, got a string of 18 characters',
  );
  expect(message).not.toContain('secret');
});

test('never repeats the content of a survey, and prints no control characters', () => {
  const secret = 'my card is 4111';
  const broken = surveyOf({
    survey: `${secret}\0`,
    endpoint: secret,
    heading: 4111,
    hidden: secret,
    ['a\u001b[31m\n']: secret,
  });
  expect(messageOf(broken)).not.toContain('4111');
  expect(messageOf(surveyOf({ ['a\u001b[31m\n']: 1 }))).toContain('/a�[31m�: expected a known member');
});

test('ignores inherited members', () => {
  const problems = validateSurvey(JSON.parse('{"__proto__":{"v":1,"survey":"a","steps":[]}}'));
  expect(problems.map(({ path }) => path)).toEqual(['/v', '/survey', '/steps', '/__proto__']);
});

const HUGE = 'x'.repeat(10_000_000);
const DEEP = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
test.each([
  ['a text of ten million characters', { heading: HUGE, survey: HUGE, endpoint: `/${HUGE}` }],
  ['a member of ten million characters', { [HUGE]: 1 }],
  ['a deep list', { steps: DEEP, heading: DEEP, hidden: DEEP }],
  ['half a million steps', { steps: Array.from({ length: 500_000 }, () => ({ items: [NPS] })) }],
  [
    'half a million members',
    Object.fromEntries(Array.from({ length: 500_000 }, (_, index) => [`m${index}`, index])),
  ],
  [
    'twenty thousand wrong conditions',
    {
      steps: Array.from({ length: 200 }, (_, step) => ({
        items: Array.from({ length: 100 }, (_, item) => ({
          kind: 'nps',
          name: `${step}-${item}`.padEnd(200, 'n'),
          showIf: 'zzz',
        })),
      })),
    },
  ],
  [
    'braces without end',
    {
      steps: [{ items: Array.from({ length: 100 }, () => ({ kind: 'statement', text: '{{'.repeat(5000) })) }],
    },
  ],
])('rejects %s with a short message', (_, members) => {
  const message = messageOf(surveyOf(members));
  expect(message).toContain('HEED_DEFINITION');
  expect(message.length).toBeLessThan(1500);
});
