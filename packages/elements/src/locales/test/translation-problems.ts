import english from '../en.ts';
import type { Translation, Strings } from '../strings.ts';

type Key = keyof Strings;
type Check = (word: Translation, key: Key, tag: string) => string | false | undefined;

export const KEYS = Object.keys(english) as Key[];
const LARGEST_COUNT = 10_000;

/** Words that are the same in English, with the reason why they stay so. */
const SAME_AS_ENGLISH: Record<string, Partial<Record<Key, string>>> = {
  da: { send: 'the imperative of "sende"', begin: 'the imperative of "starte"', feedback: 'a loanword' },
  de: { feedback: 'a loanword' },
  it: { feedback: 'a loanword' },
  nb: { send: 'the imperative of "sende"', begin: 'the imperative of "starte"' },
  nl: { feedback: 'a loanword' },
  pt: { feedback: 'a loanword' },
  ro: { minor: 'from the same Latin word', feedback: 'a loanword' },
};

/** Buttons at the edge of a page and beside each other: characters that fit, whatever the English length. */
const NARROW: Partial<Record<Key, number>> = { begin: 14, feedback: 16, later: 20, close: 14 };

/** Letters of a script; Japanese mixes three. */
const SCRIPTS: Record<string, RegExp> = {
  Arab: /\p{scx=Arab}/u,
  Beng: /\p{scx=Beng}/u,
  Cyrl: /\p{scx=Cyrl}/u,
  Deva: /\p{scx=Deva}/u,
  Grek: /\p{scx=Grek}/u,
  Hans: /\p{scx=Hani}/u,
  Hant: /\p{scx=Hani}/u,
  Hebr: /\p{scx=Hebr}/u,
  Jpan: /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}]/u,
  Kore: /\p{scx=Hang}/u,
  Latn: /\p{scx=Latn}/u,
  Thai: /\p{scx=Thai}/u,
};

const CHECKS: readonly Check[] = [
  checkForms,
  checkPlaces,
  checkTypesetting,
  checkTranslated,
  checkScript,
  checkLength,
];

/** What is wrong with the words of a language; empty when nothing is. */
export function findProblems(tag: string, strings: object): string[] {
  const found = strings as Partial<Record<Key, Translation>>;
  const unknown = Object.keys(strings).filter((key) => !KEYS.includes(key as Key));
  return [
    ...unknown.map((key) => `${key} is no word of English`),
    ...KEYS.flatMap((key) => findIn(found[key], key, tag)),
    ...findMisquoted(found),
    ...findMisnamed(found),
  ];
}

/** The name of a button contains the words on it (WCAG 2.2, 2.5.3), and a label stands before what belongs to it. */
function findMisnamed({ copy, copyReference, labelled }: Partial<Record<Key, Translation>>): string[] {
  const isNamed = String(copyReference).toLowerCase().includes(String(copy).toLowerCase());
  const isLabelled = /^\{label\}[\s\u00a0\u202f]?[:：] ?\{text\}$/.test(String(labelled));
  return [
    ...(isNamed ? [] : [`copyReference does not contain "${String(copy)}"`]),
    ...(isLabelled ? [] : ['labelled is not a label, a colon and a text']),
  ];
}

/** The words beside the field of "other" name that option as it is shown. */
function findMisquoted({ other, otherMissing }: Partial<Record<Key, Translation>>): string[] {
  const isQuoted = String(otherMissing).toLowerCase().includes(String(other).toLowerCase());
  return isQuoted ? [] : [`otherMissing does not name "${String(other)}"`];
}

function findIn(word: Translation | undefined, key: Key, tag: string): string[] {
  if (word === undefined) return [`${key} is missing`];
  return CHECKS.flatMap((check) => check(word, key, tag) || []).map(
    (validityError) => `${key} ${validityError}`,
  );
}

/** A plural where English has one, with the forms that whole numbers need; `other` is the one that is always there. */
function checkForms(word: Translation, key: Key, tag: string): string | false {
  if (typeof word === 'string') return typeof english[key] !== 'string' && 'has no plural';
  if (typeof english[key] === 'string') return 'has a plural, which nothing asks for';
  const needed = new Set([...countCategories(tag).keys(), 'other']);
  const forms = Object.keys(word);
  return (
    (forms.length !== needed.size || forms.some((form) => !needed.has(form))) &&
    `has the plural forms ${forms.join(' ')} instead of ${[...needed].join(' ')}`
  );
}

/** The same places for values. "One file": a form for a single number may say it in words. */
function checkPlaces(word: Translation, key: Key, tag: string): string | undefined {
  const expected = findPlaces(toTexts(english[key])[0] ?? '');
  const isInvalid = Object.entries(toForms(word)).some(([form, text]) => {
    const places = findPlaces(text);
    if (countCategories(tag).get(form) === 1 && !places.includes('{limit}')) places.push('{limit}');
    return places.sort().join() !== expected.join();
  });
  return isInvalid ? `has not the places ${expected.join(' ')}` : undefined;
}

/** The quotes, dashes, spaces and ellipsis of print; and no raised voice. */
function checkTypesetting(word: Translation): string | undefined {
  const texts = toTexts(word);
  if (texts.some((text) => text === '' || text !== text.trim().normalize('NFC')))
    return 'is empty, not trimmed or not NFC';
  const odd = texts.join(' ').match(/["'`]|\.\.\.|\s\s| -|- |[!！¡]/);
  return odd ? `holds ${JSON.stringify(odd[0])}` : undefined;
}

function checkTranslated(word: Translation, key: Key, tag: string): string | false {
  const isSame = toTexts(word).some(
    (text) => findLetters(text) !== '' && toTexts(english[key]).includes(text),
  );
  return isSame && !SAME_AS_ENGLISH[tag]?.[key] && 'is English';
}

function checkScript(word: Translation, _key: Key, tag: string): string | false {
  const script = SCRIPTS[new Intl.Locale(tag).maximize().script ?? ''];
  const foreign = [...findLetters(toTexts(word).join(''))].filter((letter) => !script?.test(letter));
  return foreign.length > 0 && `holds letters of another script: ${foreign.join('')}`;
}

/** A button, a label or an option has to fit its place; a sentence may run on. */
function checkLength(word: Translation, key: Key): string | false {
  const isLabel = toTexts(english[key]).every((text) => !/[.?]$/.test(text));
  const room = NARROW[key] ?? Math.floor(2.2 * measure(english[key]) + 12);
  return isLabel && measure(word) > room && `has ${measure(word)} characters, ${room} fit`;
}

function toForms(word: Translation): Record<string, string> {
  return typeof word === 'string' ? { all: word } : word;
}

function toTexts(word: Translation): string[] {
  return Object.values(toForms(word));
}

function findPlaces(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

/** Without the places, the address that is an example in every language, and a word that many write as in English. */
function findLetters(text: string): string {
  return (text.replace(/\{\w+\}|name@example\.com|\bemail\b/gi, '').match(/\p{L}/gu) ?? []).join('');
}

function measure(word: Translation): number {
  return Math.max(...toTexts(word).map((text) => [...text].length));
}

/** The plural forms that whole numbers take in a language, with how many numbers take each. */
function countCategories(tag: string): Map<string, number> {
  return (counted[tag] ??= countAnew(tag));
}

const counted: Record<string, Map<string, number>> = {};

function countAnew(tag: string): Map<string, number> {
  const rules = new Intl.PluralRules(tag);
  const counts = new Map<string, number>();
  for (let number = 0; number <= LARGEST_COUNT; number++) {
    const category = rules.select(number);
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}
