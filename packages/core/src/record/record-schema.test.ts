import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../schema/response.v1.json' with { type: 'json' };
import { anyInvalidValue, anyRecord } from './test/any-record.ts';
import type { ResponseRecord } from './record.ts';
import { validateRecord } from './validate-record.ts';

const ajv = new Ajv2020({ strictTypes: false, strictRequired: false });
formats.default(ajv);
const acceptedBySchema = ajv.compile(schema);

test('the schema is a valid JSON Schema of the draft 2020-12', () => {
  expect(ajv.validateSchema(schema)).toBe(true);
});

test('validator and schema accept every valid record', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(validateRecord(record)).toEqual([]);
      expect(acceptedBySchema(record)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('validator and schema agree on any JSON', () => {
  fc.assert(
    fc.property(anyInvalidValue, (value) => {
      expect(validateRecord(value).length === 0).toBe(acceptedBySchema(value));
    }),
    { numRuns: 1000 },
  );
});

test('validator and schema agree on a record with one invalid member, and every problem points to it', () => {
  fc.assert(
    fc.property(anyRecord, fc.nat(), anyInvalidValue, (record, pick, oddity) => {
      const places = placesOf(record);
      const place = places[pick % places.length] ?? '';
      const broken = put(record, place, oddity);
      const paths = validateRecord(broken).map((problem) => problem.path);
      expect(paths.length === 0).toBe(acceptedBySchema(broken));
      expect(paths.filter((path) => !isAbout(path, place))).toEqual([]);
    }),
    { numRuns: 6000 },
  );
});

test('validator and schema agree on a record that lacks a member, and the problem points to it', () => {
  fc.assert(
    fc.property(anyRecord, fc.nat(), (record, pick) => {
      const places = placesOf(record).filter((path) => !/^$|\/answers\/\d+$/.test(path));
      const place = places[pick % places.length] ?? '';
      const broken = put(record, place, undefined);
      const paths = validateRecord(JSON.parse(JSON.stringify(broken))).map((problem) => problem.path);
      expect(paths.length === 0).toBe(acceptedBySchema(JSON.parse(JSON.stringify(broken))));
      expect(paths.filter((path) => !isAbout(path, place))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('validator and schema agree on every value of every scale', () => {
  // Valid are 5 values of csat and 2 + … + 10 with a maximum; 10 times 11 of nps, 7 of ces and all 14 of a custom
  // kind.
  const maxima = [undefined, ...Array.from({ length: 12 }, (_, index) => index)];
  const values = Array.from({ length: 14 }, (_, index) => index - 1);
  const answers = ['csat', 'nps', 'ces', 'matrix', 'team-own'].flatMap((kind) =>
    maxima.flatMap((max) =>
      values.map((value) => ({ name: 'a', kind, value, ...(max !== undefined && { max }) })),
    ),
  );
  const [sample] = fc.sample(anyRecord, { numRuns: 1 });
  const results = answers.map((answer) => {
    const record = { ...sample, answers: [answer] };
    return [validateRecord(record).length === 0, acceptedBySchema(record)];
  });
  expect(results.filter(([validator, bySchema]) => validator !== bySchema)).toEqual([]);
  expect(results.filter(([validator]) => validator)).toHaveLength(5 + 54 + 10 * (11 + 7 + 14));
});

test('validator and schema agree on any rows of a matrix', () => {
  const rows = fc.dictionary(
    fc.string(),
    fc.oneof({ weight: 9, arbitrary: fc.integer() }, { weight: 1, arbitrary: anyInvalidValue }),
  );
  fc.assert(
    fc.property(anyRecord, rows, (record, value) => {
      const asked = { ...record, answers: [{ name: 'a', kind: 'matrix', value }] };
      const isRight = Object.values(value).every(Number.isInteger);
      expect([validateRecord(asked).length === 0, acceptedBySchema(asked)]).toEqual([isRight, isRight]);
    }),
    { numRuns: 500 },
  );
});

test('validator and schema accept unknown members', () => {
  fc.assert(
    fc.property(anyRecord, fc.jsonValue(), (record, value) => {
      const later = {
        ...record,
        later: value,
        answers: record.answers.map((answer) => ({ ...answer, later: value })),
      };
      expect(validateRecord(later)).toEqual([]);
      expect(acceptedBySchema(later)).toBe(true);
    }),
  );
});

/** Returns JSON pointers to the members of version 1. */
function placesOf(record: ResponseRecord): string[] {
  const answers = record.answers.flatMap((_, index) => [
    `/answers/${index}`,
    ...['name', 'kind', 'value', 'question', 'max'].map((member) => `/answers/${index}/${member}`),
  ]);
  const respondent = record.respondent ? ['/respondent/id', '/respondent/traits', '/respondent/extra'] : [];
  const entries = (['context', 'consent'] as const).flatMap((member) =>
    record[member] ? [`/${member}/a~1b`, `/${member}/__proto__`] : [],
  );
  const members = [
    'v',
    'id',
    'survey',
    'submittedAt',
    'answers',
    'respondent',
    'context',
    'consent',
    'partial',
  ];
  return [...members.map((member) => `/${member}`), ...answers, ...respondent, ...entries];
}

function put(record: ResponseRecord, pointer: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(record));
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop() ?? '';
  const parent = steps.reduce<object>((at, step) => Reflect.get(at, step) as object, copy);
  Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/**
 * Returns whether a path is within the invalid place, or is the value of an answer whose kind or maximum is invalid.
 */
function isAbout(path: string, place: string): boolean {
  if (path === place || path.startsWith(`${place}/`)) return true;
  return path === place.replace(/\/(kind|max)$/, '/value');
}
