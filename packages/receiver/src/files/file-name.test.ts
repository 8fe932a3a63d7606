import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

/** Any text, with dots, spaces and slashes more often than by chance. */
const anyName = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom('.', '. ', '/', '\\', 'x'.repeat(199)),
    ),
  )
  .map((pieces) => pieces.join(''));

test('returns a name that every system can save, for any input', () =>
  fc.assert(
    fc.property(anyName, (sent) => {
      const name = cleanFileName(sent);
      expect(name).toMatch(/^[^\p{Cc}\p{Cs}/\\<>:"|?*]+$/u);
      expect(name).not.toMatch(/^[\s.]|[\s.]$/);
      expect(new TextEncoder().encode(name).byteLength).toBeLessThanOrEqual(200);
    }),
  ));

test('does not change a clean name', () =>
  fc.assert(
    fc.property(anyName, (sent) => {
      const name = cleanFileName(sent);
      expect(cleanFileName(name)).toBe(name);
    }),
  ));
