/** Remembers the original text of the page where a survey has inserted answers. Works in a copy of the page, too. */
import { toJson } from '@heed/core';
import { HIDDEN, MADE, RECALLED, SET } from '../../shared/light-dom/markers.ts';
import { TEMPLATE_ATTRIBUTES } from './template-attributes.ts';
import { isTraced, traceOf, ORIGINAL_TEXT, type Trace } from '../../shared/light-dom/original-text.ts';

/** Attributes that browsers translate. */
const TRANSLATED: readonly string[] = ['alt', 'placeholder', 'title', 'aria-label'];

/** Attributes that a survey sets on elements of the page. */
export const MARKER_ATTRIBUTES: readonly string[] = [HIDDEN, MADE, RECALLED, SET, ORIGINAL_TEXT];

/** A text node or an attribute of the page. */
export interface PageText {
  /** The text that the page wrote, possibly with templates. */
  original: string;
  /** The text that is shown. */
  shown: string;
  /** Name of the attribute; absent for a text node. */
  attribute?: string;
  /** Absent for an attribute, and for an empty text node that was lost when the page was parsed again. */
  node?: ChildNode | undefined;
  /** Number of sibling elements before a text node. */
  before: number;
}

const ELEMENT = 1;
const TEXT = 3;

type Entry = [shown: string, original: string, before: number];

interface Mark {
  trace: Trace;
  attributes: Record<string, Entry>;
  texts: Entry[];
}

/** Returns the attributes of an element and its own text nodes, but not text inside its children. */
export function readTexts(element: Element): PageText[] {
  const mark = readMark(element);
  return [...attributesOf(element, mark), ...textsOf(element, mark)];
}

/** Returns the original text of an element without child elements. */
export function readOriginalText(element: Element): string {
  return textsOf(element, readMark(element))
    .map(({ original }) => original)
    .join('');
}

/** Returns the original value of a text node or an attribute. */
export function readOriginalValue(node: Node): string {
  const element = 'ownerElement' in node ? (node as Attr).ownerElement : node.parentElement;
  const known = element?.hasAttribute(RECALLED) ? readTexts(element) : [];
  const found = known.find((each) => each.node === node || each.attribute === node.nodeName);
  return found?.original ?? node.nodeValue ?? '';
}

/** Stores the original texts on the element, together with the texts that are shown. */
export function rememberOriginals(element: Element, texts: readonly PageText[]): void {
  const toEntry = ({ shown, original, before }: PageText): Entry => [shown, original, before];
  const attributes = texts.filter(({ attribute, original }) => attribute && original.includes('{{'));
  const mark: Mark = {
    // The first trace: a browser that translates the page translates the inserted text next.
    trace: readMark(element)?.trace ?? traceOf(element),
    attributes: Object.fromEntries(attributes.map((each) => [each.attribute, toEntry(each)])),
    texts: texts.filter(({ attribute }) => !attribute).map(toEntry),
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

function attributesOf(element: Element, mark: Mark | undefined): PageText[] {
  return TEMPLATE_ATTRIBUTES.flatMap((attribute) => {
    const shown = element.getAttribute(attribute);
    if (shown === null) return [];
    const text = { attribute, shown, original: shown, before: 0 };
    const entry = mark?.attributes?.[attribute];
    if (!mark || !entry) return [text];
    if (TRANSLATED.includes(attribute) && isTraced(traceOf(element), mark.trace))
      return [keepOriginal(text, entry)];
    return [entry[0] === shown ? { ...text, original: entry[1] } : text];
  });
}

function textsOf(element: Element, mark: Mark | undefined): PageText[] {
  const entries = mark?.texts ?? [];
  const texts = listTexts(element);
  if (mark && texts.length === entries.length && isTraced(traceOf(element), mark.trace))
    return texts.map((text, index) => keepOriginal(text, entries[index]));
  return align(
    texts.filter(({ node }) => isText(node)),
    entries,
  );
}

/** Returns each text node, and each `<font>` that a translation has put in its place. */
function listTexts(element: Element): PageText[] {
  let before = 0;
  return [...element.childNodes].flatMap((node) => {
    if (!isText(node) && node.nodeName.toLowerCase() !== 'font') {
      if (node.nodeType === ELEMENT) before++;
      return [];
    }
    const text = node.textContent ?? '';
    return [{ node, shown: text, original: text, before }];
  });
}

function isText(node: Node | undefined): boolean {
  return node?.nodeType === TEXT;
}

/** A text with a template is new text of the page, never a translation. */
function keepOriginal(text: PageText, [shown, original]: Entry = ['', '', 0]): PageText {
  return text.original.includes('{{') ? text : { ...text, shown, original };
}

/** Assigns entries to texts. When a page is parsed again, adjacent text nodes are merged, and empty ones are lost. */
function align(texts: readonly PageText[], entries: readonly Entry[]): PageText[] {
  let rest = entries;
  let isKnown = true;
  const lost: Entry[] = [];
  const aligned = texts.map((text, index) => {
    const takesEmpty = texts[index + 1]?.shown !== '';
    const counts = rest.map((_, start) => countOf(text.shown, rest.slice(start), takesEmpty));
    const start = counts.findIndex(Boolean);
    isKnown &&= start >= 0 || !text.shown.trim();
    if (start < 0) return text;
    const end = start + (counts[start] ?? 0);
    const originals = rest.slice(start, end).map((entry) => entry[1]);
    lost.push(...rest.slice(0, start));
    rest = rest.slice(end);
    return { ...text, original: originals.join('') };
  });
  // If the page has written other text since, no empty text node is missing.
  return isKnown ? [...aligned, ...[...lost, ...rest].flatMap(restoreEmpty)] : aligned;
}

/** Returns how many of the first entries make up a text; 0 if they do not. */
function countOf(text: string, entries: readonly Entry[], takesEmpty: boolean): number {
  let joined = '';
  const count = entries.findIndex(([shown]) => (joined += shown) === text) + 1;
  const place = entries[count - 1]?.[2];
  if (count === 0 || !takesEmpty) return count;
  const isEmpty = ([shown, , before]: Entry): boolean => shown === '' && before === place;
  const others = entries.slice(count).findIndex((entry) => !isEmpty(entry));
  return others < 0 ? entries.length : count + others;
}

function restoreEmpty([shown, original, before]: Entry): PageText[] {
  return shown === '' && original !== '' ? [{ shown, original, before }] : [];
}
