import { isJsonObject, isName, MAX_ENTRIES, MAX_TEXT, NAME_EXPECTED } from '../validation/problems.ts';
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

/** Near enough to BCP 47 that no name of a prototype is one. */
const LANGUAGE_PATTERN = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
/** No scheme but http(s), not even behind characters that a browser leaves out of an address. */
const ADDRESS_PATTERN = /^(https?:\/\/|\/|\.\.?\/)[^\s\p{Cc}\p{Cs}\\]*$/u;
const ENDPOINT_PATTERN = /^(https?:\/\/|\/)[^\s\p{Cc}\p{Cs}\\]*$/u;
/** The page's address lists them with spaces. */
const FILLED_PATTERN = /^[^\s\p{Cc}\p{Cs}]+$/u;
const SIZE_PATTERN = /^\d+(\.\d+)? ?(B|KB|MB|GB)$/;

const anything: Check = () => {};

const flag = fits('true or false', (value) => typeof value === 'boolean');
const name = fits(NAME_EXPECTED, isName);
const short = text(MAX_SHORT);
const plain = text(MAX_TEXT);
const expression = text(MAX_SHORT);
const address = patterned('an http(s) address, or a path that begins with /, ./ or ../', ADDRESS_PATTERN);
const endpoint = patterned('an http(s) address, or a path that begins with /', ENDPOINT_PATTERN);
const size = patterned('a size such as 5MB', SIZE_PATTERN);
const pixels = whole(1, 10_000);

const byLanguage = entries(1, MAX_LANGUAGES, (tag) => LANGUAGE_PATTERN.test(tag), 'a language tag', plain);
const words: Check = (value, path, report) => (isJsonObject(value) ? byLanguage : plain)(value, path, report);

const statement = object({ kind: anything, title: words, text: words }, 'text');
const picture = object(
  { kind: anything, src: address, alt: words, width: pixels, height: pixels },
  'src',
  'alt',
);
const link = object({ kind: anything, href: address, text: words }, 'href', 'text');
const content = byKind({ statement, picture, link });

const question: Shape = { kind: anything, name, showIf: expression, required: flag, readonly: flag };
const worded: Shape = { ...question, question: words };
const ends: Shape = { lowLabel: words, highLabel: words };
const option = object({ value: name, label: words, disabled: flag }, 'value', 'label');
const row = object({ name, text: words }, 'name', 'text');

const item = byKind({
  csat: object(
    {
      ...worded,
      ...ends,
      value: whole(1, 10),
      display: oneOf('stars', 'faces', 'numbers', 'thumbs'),
      max: whole(2, 10),
    },
    'name',
  ),
  nps: object({ ...worded, ...ends, value: whole(0, 10) }, 'name'),
  ces: object({ ...worded, ...ends, value: whole(1, 7) }, 'name'),
  choice: object(
    {
      ...worded,
      options: list(option, 1, 500),
      value: plain,
      multiple: flag,
      min: whole(1, 500),
      max: whole(1, 500),
      display: oneOf('chips', 'list', 'segments'),
      other: flag,
      otherLabel: words,
      shuffle: flag,
      hint: words,
    },
    'name',
    'options',
  ),
  text: object(
    {
      ...worded,
      type: oneOf('short', 'long', 'email', 'phone'),
      value: plain,
      hint: words,
      placeholder: words,
      autocomplete: name,
      minLength: whole(1, MAX_TEXT),
      maxLength: whole(1, MAX_TEXT),
      counter: flag,
    },
    'name',
  ),
  matrix: object(
    {
      ...worded,
      ...ends,
      statements: list(row, 1, 100),
      min: whole(0, 100),
      max: whole(1, 110),
      hint: words,
      display: oneOf('auto', 'table', 'single'),
      autoAdvance: flag,
    },
    'name',
    'statements',
  ),
  attachment: object(
    {
      ...worded,
      accept: short,
      maxFiles: whole(1, 100),
      maxSize: size,
      maxTotal: size,
      shrink: pixels,
      hint: words,
    },
    'name',
  ),
  consent: object({ ...question, statement: words, href: address, linkLabel: words }, 'name'),
  statement,
  picture,
});

const screen: Shape = { items: list(content, 1, 20) };

/** The same verdict as the published JSON Schema. */
export const checkStructure: Check = object(
  {
    $schema: short,
    v: fits('the version 1', (value) => value === 1),
    survey: name,
    endpoint,
    display: oneOf('steps', 'page'),
    partial: flag,
    noDraft: flag,
    prefill: list(patterned('a name without spaces', FILLED_PATTERN), 0, MAX_ENTRIES),
    hidden: entries(0, MAX_ENTRIES, isName, NAME_EXPECTED, plain),
    heading: words,
    welcome: object(screen, 'items'),
    steps: list(
      object({ name, showIf: expression, goTo: expression, items: list(item, 1, 100) }, 'items'),
      1,
      200,
    ),
    endings: list(object({ ...screen, showIf: expression }, 'items'), 1, 20),
  },
  'v',
  'survey',
  'steps',
);
