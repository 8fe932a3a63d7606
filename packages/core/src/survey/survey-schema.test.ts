import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../schema/survey.v1.json' with { type: 'json' };
import { collectProblems, type Problem } from '../validation/problems.ts';
import { anyInvalidPart, placesIn, put, read, type Place } from './test/broken-survey.ts';
import { checkStructure } from './check-structure.ts';
import { anySurvey } from './test/any-survey.ts';

const ajv = new Ajv2020({ strictTypes: false, strictRequired: false });
const acceptedBySchema = ajv.compile(schema);
const problemsOf = (value: unknown): Problem[] =>
  collectProblems((report) => checkStructure(value, '', report));

test('the schema is a valid JSON Schema of the draft 2020-12', () => {
  expect(ajv.validateSchema(schema)).toBe(true);
});

test('validator and schema accept every valid survey', () => {
  fc.assert(
    fc.property(anySurvey, (survey) => {
      expect(problemsOf(survey)).toEqual([]);
      expect(acceptedBySchema(survey)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('validator and schema agree on any JSON', () => {
  fc.assert(
    fc.property(anyInvalidPart, (value) => {
      expect(problemsOf(value).length === 0).toBe(acceptedBySchema(value));
    }),
    { numRuns: 1000 },
  );
});

test('validator and schema agree on a survey with one invalid member, and every problem points to it', () => {
  fc.assert(
    fc.property(anySurvey, fc.nat(), anyInvalidPart, (survey, pick, oddity) => {
      const places = placesIn(survey);
      const place = places[pick % places.length] ?? [];
      const broken = put(survey, place, oddity);
      const paths = problemsOf(broken).map(({ path }) => path);
      expect(paths.length === 0).toBe(acceptedBySchema(broken));
      expect(paths.filter((path) => !isAbout(path, place))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('validator and schema agree on a survey that lacks a member, and every problem points to it', () => {
  fc.assert(
    fc.property(anySurvey, fc.nat(), (survey, pick) => {
      const places = placesIn(survey).filter(
        (place) => typeof place.at(-1) === 'string' && !isLast(survey, place),
      );
      const place = places[pick % places.length] ?? [];
      const broken = JSON.parse(JSON.stringify(put(survey, place, undefined))) as unknown;
      const paths = problemsOf(broken).map(({ path }) => path);
      expect(paths.length === 0).toBe(acceptedBySchema(broken));
      expect(paths.filter((path) => !isAbout(path, place))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('validator and schema agree on a survey with an additional member, and every problem points to it', () => {
  const objects = (survey: unknown): Place[] =>
    [[], ...placesIn(survey)].filter((place) => isObject(read(survey, place)));
  const name = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'a/b',
    'value',
    'max',
    'title',
    'goTo',
  );
  fc.assert(
    fc.property(anySurvey, fc.nat(), name, anyInvalidPart, (survey, pick, member, oddity) => {
      const parents = objects(survey);
      const place = [...(parents[pick % parents.length] ?? []), member];
      const broken = put(survey, place, oddity);
      const paths = problemsOf(broken).map(({ path }) => path);
      expect(paths.length === 0).toBe(acceptedBySchema(broken));
      expect(paths.filter((path) => !isAbout(path, place))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

/**
 * Returns whether the place is the only language of a text. Without it, the text is invalid, rather than the language
 * missing.
 */
function isLast(survey: unknown, place: Place): boolean {
  return Object.keys(read(survey, place.slice(0, -1)) as object).length === 1;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns whether a path is at or within the invalid place, or anywhere in an item whose kind is invalid. */
function isAbout(path: string, place: Place): boolean {
  const about = place.at(-1) === 'kind' ? place.slice(0, -1) : place;
  const pointer = about.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return path === pointer || path.startsWith(`${pointer}/`);
}
