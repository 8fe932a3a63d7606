/** What the page wrote where a survey repeats answers, also in a copy of the page. */
import { toJson } from '@heed/core';
import { HIDDEN, MADE, RECALLED, SET } from '../../shared/light-dom/markers.ts';
import { isTraced, traceOf, WORDS, type Trace } from '../../shared/light-dom/original-text.ts';

/** Attributes that a visitor reads and an author may write answers into. */
export const RECALLING = [
  'question',
  'label',
  'alt',
  'hint',
  'statement',
  'placeholder',
  'title',
  'aria-label',
] as const;

/** Those that browsers translate. */
const TRANSLATED: readonly string[] = ['alt', 'placeholder', 'title', 'aria-label'];

/** All that a survey writes into elements of the page. */
export const MARKS: readonly string[] = [HIDDEN, MADE, RECALLED, SET, WORDS];

/** A text or an attribute. */
export interface Source {
  /** As the page wrote it. */
  source: string;
  /** As the survey showed it. */
  shown: string;
  /** Absent for a text. */
  attribute?: string;
  /** Absent for an attribute, and for an empty text that is lost when the page is parsed again. */
  node?: ChildNode | undefined;
  /** How many elements are before a text. */
  before: number;
}

const ELEMENT = 1;
const TEXT = 3;

type Entry = [shown: string, source: string, before: number];

interface Mark {
  trace: Trace;
  attributes: Record<string, Entry>;
  texts: Entry[];
}

/** The texts of an element, without those of its children, and its attributes. */
export function sourcesOf(element: Element): Source[] {
  const mark = readMark(element);
  return [...attributesOf(element, mark), ...textsOf(element, mark)];
}

/** The whole text of an element without children, as the page wrote it. */
export function sourceText(element: Element): string {
  return textsOf(element, readMark(element))
    .map(({ source }) => source)
    .join('');
}

/** What the page wrote as a text or an attribute. */
export function sourceOf(node: Node): string {
  const element = 'ownerElement' in node ? (node as Attr).ownerElement : node.parentElement;
  const known = element?.hasAttribute(RECALLED) ? sourcesOf(element) : [];
  const found = known.find((each) => each.node === node || each.attribute === node.nodeName);
  return found?.source ?? node.nodeValue ?? '';
}

/** Keeps what the page wrote, beside what is shown now; nothing where no answer is repeated. */
export function markSources(element: Element, sources: readonly Source[]): void {
  const toEntry = ({ shown, source, before }: Source): Entry => [shown, source, before];
  const attributes = sources.filter(({ attribute, source }) => attribute && source.includes('{{'));
  const mark: Mark = {
    // Of the beginning: what is written into a translated page is translated next.
    trace: readMark(element)?.trace ?? traceOf(element),
    attributes: Object.fromEntries(attributes.map((each) => [each.attribute, toEntry(each)])),
    texts: sources.filter(({ attribute }) => !attribute).map(toEntry),
  };
  const text = toJson(mark);
  if (element.getAttribute(RECALLED) !== text) element.setAttribute(RECALLED, text);
}

function readMark(element: Element): Mark | undefined {
  const text = element.getAttribute(RECALLED);
  try {
    return text ? (JSON.parse(text) as Mark) : undefined;
  } catch {
    return undefined;
  }
}

function attributesOf(element: Element, mark: Mark | undefined): Source[] {
  return RECALLING.flatMap((attribute) => {
    const shown = element.getAttribute(attribute);
    if (shown === null) return [];
    const text = { attribute, shown, source: shown, before: 0 };
    const entry = mark?.attributes?.[attribute];
    if (!mark || !entry) return [text];
    if (TRANSLATED.includes(attribute) && isTraced(traceOf(element), mark.trace))
      return [translated(text, entry)];
    return [entry[0] === shown ? { ...text, source: entry[1] } : text];
  });
}

function textsOf(element: Element, mark: Mark | undefined): Source[] {
  const entries = mark?.texts ?? [];
  const texts = listTexts(element);
  if (mark && texts.length === entries.length && isTraced(traceOf(element), mark.trace))
    return texts.map((text, index) => translated(text, entries[index]));
  return align(
    texts.filter(({ node }) => isText(node)),
    entries,
  );
}

/** Each text, and each `<font>` that a translation has put in the place of one. */
function listTexts(element: Element): Source[] {
  let before = 0;
  return [...element.childNodes].flatMap((node) => {
    if (!isText(node) && node.nodeName.toLowerCase() !== 'font') {
      if (node.nodeType === ELEMENT) before++;
      return [];
    }
    const text = node.textContent ?? '';
    return [{ node, shown: text, source: text, before }];
  });
}

function isText(node: Node | undefined): boolean {
  return node?.nodeType === TEXT;
}

/** A template is always the page's own. */
function translated(text: Source, [shown, source]: Entry = ['', '', 0]): Source {
  return text.source.includes('{{') ? text : { ...text, shown, source };
}

/** Texts that stood beside each other are one when the page is parsed again, and empty ones are lost. */
function align(texts: readonly Source[], entries: readonly Entry[]): Source[] {
  let rest = entries;
  let isKnown = true;
  const lost: Entry[] = [];
  const sources = texts.map((text, index) => {
    const takesEmpty = texts[index + 1]?.shown !== '';
    const counts = rest.map((_, start) => countOf(text.shown, rest.slice(start), takesEmpty));
    const start = counts.findIndex(Boolean);
    isKnown &&= start >= 0 || !text.shown.trim();
    if (start < 0) return text;
    const end = start + (counts[start] ?? 0);
    const source = rest.slice(start, end).map((entry) => entry[1]);
    lost.push(...rest.slice(0, start));
    rest = rest.slice(end);
    return { ...text, source: source.join('') };
  });
  // Where the page has written something else, nothing is missing.
  return isKnown ? [...sources, ...[...lost, ...rest].flatMap(revive)] : sources;
}

/** How many entries from the first on make up a text; 0 when they do not. */
function countOf(text: string, entries: readonly Entry[], takesEmpty: boolean): number {
  let joined = '';
  const count = entries.findIndex(([shown]) => (joined += shown) === text) + 1;
  const place = entries[count - 1]?.[2];
  if (count === 0 || !takesEmpty) return count;
  const isEmpty = ([shown, , before]: Entry): boolean => shown === '' && before === place;
  const others = entries.slice(count).findIndex((entry) => !isEmpty(entry));
  return others < 0 ? entries.length : count + others;
}

function revive([shown, source, before]: Entry): Source[] {
  return shown === '' && source !== '' ? [{ shown, source, before }] : [];
}
