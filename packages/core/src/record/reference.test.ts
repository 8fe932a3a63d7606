import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReference, referenceOf } from './reference.ts';

const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyReference = fc.uuid({ version: 7 }).map(referenceOf);

test('is HD and three groups of three unambiguous characters', () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      expect(reference).toMatch(/^HD(-[1-9A-HJKMNP-TV-Z]{3}){3}$/);
      expect(isReference(reference)).toBe(true);
    }),
  );
});

test('depends only on the random end of the id', () => {
  expect(referenceOf('01939f6e-1c80-7abc-8def-0123456789ab')).toBe('HD-PXK-7QJ-FF5');
  expect(referenceOf('ffffffff-ffff-7fff-bfff-0123456789ab')).toBe('HD-PXK-7QJ-FF5');
});

test('differs for different ids', () => {
  const references = Array.from({ length: 5000 }, (_, index) => {
    const end = ((index * 0x9e3779b97f) % 2 ** 48).toString(16).padStart(12, '0');
    return referenceOf(`01939f6e-1c80-7abc-8def-${end}`);
  });
  expect(new Set(references).size).toBe(5000);
});

test('detects every single wrong character', () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      const wrong = signPlaces(reference).flatMap((place) =>
        Array.from(SIGNS)
          .filter((sign) => sign !== reference[place])
          .map((sign) => reference.slice(0, place) + sign + reference.slice(place + 1)),
      );
      expect(wrong).toHaveLength(9 * 30);
      expect(wrong.filter(isReference)).toEqual([]);
    }),
  );
});

test('detects every swap of two different characters', () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      const places = signPlaces(reference);
      const swapped = places.flatMap((a) => places.filter((b) => a < b).map((b) => swap(reference, a, b)));
      expect(swapped.filter((text) => text !== reference).filter(isReference)).toEqual([]);
    }),
  );
});

test('ignores case, spaces and hyphens', () => {
  fc.assert(
    fc.property(
      anyReference,
      fc.infiniteStream(fc.constantFrom('', ' ', '-', '\u00A0', ' - ')),
      (reference, gaps) => {
        const typed = Array.from(
          reference.replaceAll('-', ''),
          (sign) => sign + (gaps.next().value ?? ''),
        ).join('');
        expect(isReference(typed)).toBe(true);
        expect(isReference(typed.toLowerCase())).toBe(true);
      },
    ),
  );
});

test.each([
  '',
  'HD',
  'HD-',
  'HD-PXK-7QJ-FF',
  'HD-PXK-7QJ-FF5W',
  'PXK-7QJ-FF5',
  'HX-PXK-7QJ-FF5',
  'HD-PXK-7QI-FF5',
  '__proto__',
])('rejects the reference number %j', (text) => {
  expect(isReference(text)).toBe(false);
});

function signPlaces(reference: string): number[] {
  return Array.from(reference, (_, index) => index).filter((index) => index > 2 && reference[index] !== '-');
}

function swap(text: string, a: number, b: number): string {
  const signs = Array.from(text);
  [signs[a], signs[b]] = [signs[b] ?? '', signs[a] ?? ''];
  return signs.join('');
}
