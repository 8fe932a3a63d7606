import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyFields,
  anyFiles,
  describeFile,
  makeMessage,
  parse,
  toEntries,
} from './arbitraries.test-helper.ts';
import { asForm } from './index.ts';

test('what asForm sends is read back by the parser of a server, whatever the names and the bytes are', () =>
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
