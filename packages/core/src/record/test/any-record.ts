import * as fc from 'fast-check';
import type { Answer, ResponseRecord, TraitValue } from '../record.ts';

const BAD_IN_NAMES = /[\p{Cc}\p{Cs}]/u;

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => !BAD_IN_NAMES.test(text) && Array.from(text).length <= 200);
const words = fc.string({ unit: 'binary', maxLength: 60 });
const trait: fc.Arbitrary<TraitValue> = fc.oneof(
  words,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const memberName = fc.oneof(words, fc.constantFrom('__proto__', 'constructor', 'a/b', 'a~b', ''));

function entries<T>(value: fc.Arbitrary<T>): fc.Arbitrary<{ [name: string]: T }> {
  return fc
    .uniqueArray(fc.tuple(memberName, value), { selector: ([key]) => key, maxLength: 6 })
    .map(toOwnMembers);
}

/** Like `JSON.parse()`: `__proto__` is an ordinary member. */
function toOwnMembers<T>(pairs: [string, T][]): { [name: string]: T } {
  const members = {};
  for (const [key, value] of pairs) {
    Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return members;
}

const texts = fc.array(words, { maxLength: 4 });
const rows = entries(fc.maxSafeInteger());
const VALUES = {
  nps: fc.integer({ min: 0, max: 10 }),
  ces: fc.integer({ min: 1, max: 7 }),
  choice: fc.oneof(words, texts),
  text: words,
  matrix: rows,
  attachment: texts,
  consent: fc.boolean(),
  'team-own': fc.oneof(words, texts, rows, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true })),
};

const plainAnswer: fc.Arbitrary<Answer> = fc
  .constantFrom(...(Object.keys(VALUES) as (keyof typeof VALUES)[]))
  .chain((kind) =>
    fc.record(
      { name, kind: fc.constant(kind), value: fc.option<Answer['value']>(VALUES[kind]), question: words },
      { requiredKeys: ['name', 'kind', 'value'] },
    ),
  );
const csatAnswer: fc.Arbitrary<Answer> = fc
  .option(fc.integer({ min: 2, max: 10 }), { nil: undefined })
  .chain((max) =>
    fc.record({
      name,
      kind: fc.constant('csat'),
      value: fc.option(fc.integer({ min: 1, max: max ?? 5 })),
      ...(max && { max: fc.constant(max) }),
    }),
  );

const time = fc
  .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Valid records with every kind of answer, and with hostile texts and member names. */
export const anyRecord: fc.Arbitrary<ResponseRecord> = fc.record(
  {
    v: fc.constant(1 as const),
    id: fc.uuid(),
    survey: name,
    submittedAt: time,
    answers: fc.array(fc.oneof(plainAnswer, csatAnswer), { minLength: 1, maxLength: 5 }),
    respondent: fc.record({ id: name, traits: entries(trait) }, { requiredKeys: [] }),
    context: entries(trait),
    consent: entries(fc.boolean()),
    partial: fc.boolean(),
  },
  { requiredKeys: ['v', 'id', 'survey', 'submittedAt', 'answers'] },
);

// prettier-ignore
const ODD_TEXTS = [
  '', ' ', 'a', 'A-b', 'nps', 'csat', 'matrix', 'team-own', '\0', 'a\u0000b', '\uD800', 'x\uDFFFy', '😀',
  'x'.repeat(200), 'x'.repeat(201), '😀'.repeat(200), '😀'.repeat(201),
  'x'.repeat(10_000), 'x'.repeat(10_001), '😀'.repeat(10_000), '😀'.repeat(10_001),
  '2026-02-30T10:00:00.000Z', '2024-02-29T10:00:00.000Z', '2026-12-31T23:59:60.000Z', '2026-01-01T24:00:00.000Z',
  '2026-01-01T10:00:00Z', '2026-01-01T10:00:00.000+01:00', '2026-13-01T10:00:00.000Z', '0000-02-29T00:00:00.000Z',
  '01939F6E-0000-7000-8000-000000000000', '01939f6e-0000-7000-8000-000000000000', 'HD-7F3-K9Q-XM2',
  '01939f6e-0000-7000-c000-000000000000', '01939f6e-0000-9000-8000-000000000000', '01939f6e-0000-0000-8000-000000000000',
];
// prettier-ignore
const ODD_NUMBERS = [0, -0, 1, 2, 5, 6, 7, 8, 10, 11, -1, 0.5, 1e21, 2 ** 53, 1e-320, Number.MAX_VALUE, Infinity];
// prettier-ignore
const ODD_THINGS: unknown[] = [
  null, true, [], {}, [null], ['a'], ['a', 1], [[]], { a: 1 }, { a: 1.5 }, { a: 'x' }, { a: null }, { a: { b: 1 } },
  JSON.parse('{"__proto__":{"v":1}}'), JSON.parse('{"__proto__":1,"constructor":2}'),
  Array.from({ length: 501 }, () => ({ name: 'a', kind: 'nps', value: 0 })),
  Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`m${index}`, true])),
];

/** Values that are invalid in most places, valid in some, and at a limit in others. */
export const anyInvalidValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...ODD_TEXTS, ...ODD_NUMBERS, ...ODD_THINGS) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
