import * as fc from 'fast-check';
import type { Answer, ResponseRecord, TraitValue } from '@heed/core';

/** Any text, including lone surrogates and NUL. */
const text = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  maxLength: 30,
});
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((value) => /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(value));
// JSON has no negative zero.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const trait: fc.Arbitrary<TraitValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));

const values = {
  nps: fc.integer({ min: 0, max: 10 }),
  csat: fc.integer({ min: 1, max: 5 }),
  ces: fc.integer({ min: 1, max: 7 }),
  text,
  choice: fc.oneof(text, fc.array(text, { maxLength: 5 })),
  matrix: fc.dictionary(
    text,
    fc.maxSafeInteger().map((value) => value + 0),
  ),
  attachment: fc.array(text, { maxLength: 3 }),
  consent: fc.boolean(),
  'own-kind': fc.oneof(text, number, fc.boolean()),
};

const answer: fc.Arbitrary<Answer> = fc.oneof(
  ...Object.entries(values).map(([kind, value]) =>
    fc.record(
      { name, kind: fc.constant(kind), value: fc.option<Answer['value']>(value), question: text },
      { requiredKeys: ['name', 'kind', 'value'] },
    ),
  ),
);

/** Any record that the receiver must accept. */
export function anyRecord(): fc.Arbitrary<ResponseRecord> {
  return fc.record(
    {
      v: fc.constant(1 as const),
      id: fc.uuid({ version: 7 }),
      survey: name,
      submittedAt: fc
        .date({
          min: new Date('0000-01-01T00:00:00.000Z'),
          max: new Date('9999-12-31T23:59:59.999Z'),
          noInvalidDate: true,
        })
        .map((date) => date.toISOString()),
      answers: fc.array(answer, { minLength: 1, maxLength: 6 }),
      respondent: fc.record({ id: name, traits: fc.dictionary(text, trait) }, { requiredKeys: [] }),
      context: fc.dictionary(text, trait),
      consent: fc.dictionary(text, fc.boolean()),
      partial: fc.boolean(),
    },
    { requiredKeys: ['v', 'id', 'survey', 'submittedAt', 'answers'] },
  );
}
