import { KINDS, type Kind, type KnownKind } from '../record/kinds.ts';
import { isJsonObject, isName, MAX_ENTRIES, MAX_TEXT, NAME_EXPECTED } from '../validation/predicates.ts';
import {
  byKind,
  entries,
  fits,
  list,
  MAX_SHORT,
  object,
  oneOf,
  patterned,
  text,
  whole,
  type Check,
  type Shape,
} from './structure-rules.ts';

const MAX_LANGUAGES = 50;

/** Approximates BCP 47. Excludes names of `Object.prototype`. */
const LANGUAGE_PATTERN = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
/** Allows only the schemes http and https. Excludes characters that a browser removes from a URL. */
const ADDRESS_PATTERN = /^(https?:\/\/|\/|\.\.?\/)[^\s\p{Cc}\p{Cs}\\]*$/u;
const ENDPOINT_PATTERN = /^(https?:\/\/|\/)[^\s\p{Cc}\p{Cs}\\]*$/u;
/** Query parameters separate the names with spaces. */
const FILLED_PATTERN = /^[^\s\p{Cc}\p{Cs}]+$/u;
const SIZE_PATTERN = /^\d+(\.\d+)? ?(B|KB|MB|GB)$/;

const anything: Check = () => {};

const flag = fits('true or false', (value) => typeof value === 'boolean');
const name = fits(NAME_EXPECTED, isName);
const shortText = text(MAX_SHORT);
const longText = text(MAX_TEXT);
const expression = text(MAX_SHORT);
const address = patterned('an http(s) URL, or a path that starts with /, ./ or ../', ADDRESS_PATTERN);
const endpoint = patterned('an http(s) URL, or a path that starts with /', ENDPOINT_PATTERN);
const size = patterned('a size such as 5MB', SIZE_PATTERN);
const pixels = whole(1, 10_000);
const number = fits('a number', Number.isFinite);
const positive = fits('a number greater than 0', (value) => Number.isFinite(value) && Number(value) > 0);

const byLanguage = entries(1, MAX_LANGUAGES, (tag) => LANGUAGE_PATTERN.test(tag), 'a language tag', longText);
const surveyText: Check = (value, path, report) =>
  (isJsonObject(value) ? byLanguage : longText)(value, path, report);

const statement = object({ text: surveyText }, { kind: anything, title: surveyText });
const picture = object({ src: address, alt: surveyText }, { kind: anything, width: pixels, height: pixels });
const link = object({ href: address, text: surveyText }, { kind: anything });
const content = byKind({ statement, picture, link });

const question: Shape = { kind: anything, showIf: expression, required: flag, readonly: flag };
const endLabels: Shape = { lowLabel: surveyText, highLabel: surveyText };
const option = object({ value: name, label: surveyText }, { disabled: flag });
const row = object({ name, text: surveyText });

/** The specific members of the questions of a kind: required ones, then optional ones. */
const SPECIFIC: Readonly<Partial<Record<KnownKind, [required: Shape, optional: Shape]>>> = {
  csat: [{}, { display: oneOf('stars', 'faces', 'numbers', 'thumbs') }],
  choice: [
    { options: list(option, 1, 500) },
    {
      value: longText,
      multiple: flag,
      min: whole(1, 500),
      max: whole(1, 500),
      display: oneOf('chips', 'list', 'segments'),
      other: flag,
      otherLabel: surveyText,
      shuffle: flag,
      hint: surveyText,
    },
  ],
  text: [
    {},
    {
      type: oneOf('short', 'long', 'email', 'phone'),
      value: longText,
      hint: surveyText,
      placeholder: surveyText,
      autocomplete: name,
      minLength: whole(1, MAX_TEXT),
      maxLength: whole(1, MAX_TEXT),
      counter: flag,
    },
  ],
  matrix: [
    { statements: list(row, 1, 100) },
    {
      ...endLabels,
      min: whole(0, 100),
      max: whole(1, 110),
      hint: surveyText,
      display: oneOf('auto', 'table', 'single'),
      autoAdvance: flag,
    },
  ],
  attachment: [
    {},
    {
      accept: shortText,
      maxFiles: whole(1, 100),
      maxSize: size,
      maxTotal: size,
      shrink: pixels,
      hint: surveyText,
    },
  ],
};

/** Returns the members of a question whose answer is a number. Empty for other kinds. */
export function numberRules(kind: Kind): Shape {
  if (kind.type === 'number')
    return { ...endLabels, value: number, min: number, max: number, step: positive };
  if (kind.type !== 'integer') return {};
  const { min, max, highestMax = max } = kind;
  return {
    ...endLabels,
    value: whole(min, highestMax),
    ...(highestMax > max && { max: whole(2, highestMax) }),
  };
}

function questionRule(kind: KnownKind): Check {
  const [required, optional] = SPECIFIC[kind] ?? [];
  return object(
    { name, ...required },
    { ...question, question: surveyText, ...numberRules(KINDS[kind]), ...optional },
  );
}

const questions = Object.fromEntries(
  (Object.keys(KINDS) as KnownKind[]).map((kind) => [kind, questionRule(kind)]),
);
/** A consent has a statement instead of a question. */
const consent = object(
  { name },
  { ...question, statement: surveyText, href: address, linkLabel: surveyText },
);
const item = byKind({ ...questions, consent, statement, picture });

const step = object({ items: list(item, 1, 100) }, { name, showIf: expression, goTo: expression });
const welcome = object({ items: list(content, 1, 20) });
const ending = object({ items: list(content, 1, 20) }, { showIf: expression });

/** Accepts exactly what the published JSON Schema accepts. */
export const checkStructure: Check = object(
  { v: fits('version 1', (value) => value === 1), survey: name, steps: list(step, 1, 200) },
  {
    $schema: shortText,
    endpoint,
    display: oneOf('steps', 'page'),
    partial: flag,
    noDraft: flag,
    prefill: list(patterned('a name without spaces', FILLED_PATTERN), 0, MAX_ENTRIES),
    hidden: entries(0, MAX_ENTRIES, isName, NAME_EXPECTED, longText),
    heading: surveyText,
    welcome,
    endings: list(ending, 1, 20),
  },
);
