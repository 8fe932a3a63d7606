import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { anyFields, anyFiles, describeFile, makeMessage, parse, toEntries } from './test/arbitraries.ts';
import { asForm } from './index.ts';

const { parse: parseJson } = JSON;
afterEach(() => {
  JSON.parse = parseJson;
  Reflect.deleteProperty(Array.prototype, 'toJSON');
});

test('asForm writes fields as they are in a page that gives lists a toJSON() and makes dates of texts', async () => {
  const fields = { at: '2026-11-21T10:15:00.000Z', list: [1, { two: ['2026-11-21T10:15:00.000Z'] }] };
  const message = makeMessage(fields, []);
  Object.assign(Array.prototype, { toJSON: () => 'a text' });
  JSON.parse = (text, reviver) =>
    parseJson(
      text,
      reviver ?? ((_, value) => (/^\d{4}-/.test(String(value)) ? new Date(value) : value)),
    ) as unknown;
  const { body } = asForm(message);
  expect(Object.fromEntries(body as URLSearchParams)).toEqual({
    at: '2026-11-21T10:15:00.000Z',
    list: '[1,{"two":["2026-11-21T10:15:00.000Z"]}]',
  });
});

test('asForm sends an empty text for what was left empty, as a form of the page does', () => {
  const { body } = asForm(makeMessage({ nps: 9, 'nps-comment': null, zero: 0, no: false, list: [null] }, []));
  expect(Object.fromEntries(body as URLSearchParams)).toEqual({
    nps: '9',
    'nps-comment': '',
    zero: '0',
    no: 'false',
    list: '[null]',
  });
});

test("a server's parser reads the same names and bytes that asForm sends", () =>
  fc.assert(
    fc.asyncProperty(anyFields(), anyFiles(), async (fields, files) => {
      const described = await Promise.all(files.map(describeFile));
      expect(await parse(asForm(makeMessage(fields, files)))).toEqual({
        fields: toEntries(fields),
        files: described.map((file) => ({ field: 'file', ...file })),
      });
    }),
    { numRuns: 500 },
  ));
