import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

/** Any text, and often dots, blanks and slashes at any place. */
const anyName = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom('.', '. ', '/', '\\', 'x'.repeat(199)),
    ),
  )
  .map((pieces) => pieces.join(''));

test('a clean name is one that every system can save, whatever was sent', () =>
  fc.assert(
    fc.property(anyName, (sent) => {
      const name = cleanFileName(sent);
      expect(name).toMatch(/^[^\p{Cc}\p{Cs}/\\<>:"|?*]+$/u);
      expect(name).not.toMatch(/^[\s.]|[\s.]$/);
      expect(new TextEncoder().encode(name).byteLength).toBeLessThanOrEqual(200);
    }),
  ));

test('a clean name stays as it is', () =>
  fc.assert(
    fc.property(anyName, (sent) => {
      const name = cleanFileName(sent);
      expect(cleanFileName(name)).toBe(name);
    }),
  ));
