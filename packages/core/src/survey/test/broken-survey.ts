import * as fc from 'fast-check';

// prettier-ignore
const TEXTS = [
  '', ' ', 'a', 'csat', 'nps', 'matrix', 'statement', 'link', 'steps', 'page', 'stars', 'list', '\0', 'x\uDFFFy', '😀',
  'x'.repeat(200), 'x'.repeat(201), '😀'.repeat(200), 'x'.repeat(2_000), 'x'.repeat(2_001), '😀'.repeat(2_001),
  'x'.repeat(10_000), 'x'.repeat(10_001), '😀'.repeat(10_001), '5MB', '5 MB', '5mb', '.5KB',
];

/** URLs that browsers interpret differently than they look, or that run scripts. */
// prettier-ignore
export const BAD_ADDRESSES = [
  'javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'JAVASCRIPT:alert(1)', '\x01javascript:alert(1)',
  'data:text/html,<b>', 'vbscript:x', 'blob:https://a/b', 'file:///etc/passwd', 'ftp://a', 'mailto:a@b', 'a', 'a/b', '#a', '?a',
  '', '\\\\evil.example', '/\\evil.example', 'https:evil', 'http:/a', 'https://a b', '/a\tb',
];
const GOOD_ADDRESSES = [
  '/',
  '/a',
  './a',
  '../a',
  'https://example.com',
  'http://localhost/a?b#c',
  '//example.com',
];

// prettier-ignore
const THINGS: unknown[] = [
  null, true, false, [], {}, [null], ['a'], ['a b'], [[]], { a: 1 }, { a: 'x' }, { en: 'x' }, { 'zh-Hans': 'x', en: 1 }, { toolong1: 'x' },
  JSON.parse('{"__proto__":{"v":1}}'), JSON.parse('{"__proto__":"x"}'), JSON.parse('{"constructor":"x","en":"y"}'),
  { kind: 'nps' }, { kind: 'nps', name: 'n' }, { kind: 'constructor', name: 'n' }, { kind: ['nps'], name: 'n' }, { items: [] },
  { items: [{ kind: 'statement', text: 'x' }] }, { items: [{ kind: 'link', href: '/a', text: 'x' }] }, { value: 'a', label: 'b' },
  { kind: 'text', name: 'n', options: [] }, { kind: 'picture', src: '/a', alt: { en: '' } }, { name: 'a', text: 'b' },
  Array.from({ length: 201 }, () => ({ items: [{ kind: 'nps', name: 'n' }] })),
  Array.from({ length: 101 }, () => ({ kind: 'nps', name: 'n' })),
  Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`m${index}`, 'x'])),
  Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`x${String.fromCharCode(97 + index % 26)}-${index}`, 'x'])),
];
const NUMBERS = [
  0,
  -0,
  1,
  2,
  5,
  7,
  10,
  11,
  100,
  101,
  110,
  111,
  500,
  501,
  10_000,
  10_001,
  -1,
  0.5,
  1e21,
  2 ** 53,
];

const PARTS: readonly unknown[] = [...TEXTS, ...BAD_ADDRESSES, ...GOOD_ADDRESSES, ...THINGS, ...NUMBERS];

/** Values that are invalid in most places, valid in some, and at a limit in others. */
export const anyInvalidPart: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PARTS) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** The path of a value. */
export type Place = (string | number)[];

/** Returns every path in a value, from the outside to the inside. */
export function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, part]) => [[key], ...placesIn(part).map((place) => [key, ...place])]);
}

export function read(value: unknown, place: Place): unknown {
  return place.reduce((at, key) => (at as Record<string | number, unknown>)[key], value);
}

export function put(survey: unknown, place: Place, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(survey)) as unknown;
  const parent = read(copy, place.slice(0, -1)) as object;
  const members = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(parent, place.at(-1) ?? '', members);
  return copy;
}
