/** The words of the page itself, which a browser that translates the page replaces with others. */
import { WORDS } from './marks.ts';

/** What a translation leaves behind. */
export interface Trace {
  /** Firefox, and others, change the language of the page. */
  lang: string;
  /** Edge numbers each text that it has translated, by the words that it found. */
  hash: string;
}

/** What is known of an element's words. */
interface Memory extends Trace {
  /** Of the page. */
  words: string;
  /** What the element held when it was last looked at. */
  shown: string;
  /** Chrome wraps each text into `<font>`. */
  isWrapped: boolean;
  text?: Text | undefined;
}

const memories = new WeakMap<Element, Memory>();

/**
 * The words that the page wrote into an element, also while a browser shows others in their place.
 *
 * Other words are a translation when they stand in a new `<font>`, or came with another `lang` of the page or another
 * `_msttexthash`. Any others are the page's own: a framework has used the element again.
 */
export function pageWords(element: Element): string {
  const now = look(element);
  const known = memories.get(element) ?? readMark(element) ?? now;
  const isSame = now.shown === known.shown;
  const next = isSame ? known : { ...now, words: isByBrowser(now, known) ? known.words : now.words };
  memories.set(element, next);
  if (next.words === next.shown) element.removeAttribute(WORDS);
  else writeMark(element, next);
  return next.words;
}

/** The words of the page as a mark holds them; undefined without one. */
export function markedWords(element: Element): string | undefined {
  return readMark(element)?.words;
}

export function traceOf(element: Element): Trace {
  const { className, lang } = element.ownerDocument.documentElement;
  // Google Translate sets the language, too, but it also tells by <font> which text is translated.
  return {
    lang: /\btranslated-/.test(className) ? '' : lang,
    hash: element.getAttribute('_msttexthash') ?? '',
  };
}

/** There are traces of a translation that were not there before. */
export function isTraced(now: Trace, before: Trace): boolean {
  return [
    [now.lang, before.lang],
    [now.hash, before.hash],
  ].some(([present, past]) => present && present !== past);
}

function isByBrowser(now: Memory, known: Memory): boolean {
  const isRewritten = known.isWrapped && now.text === known.text;
  return (now.isWrapped && !isRewritten) || isTraced(now, known);
}

function look(element: Element): Memory {
  const shown = (element.textContent ?? '').replace(/[ \t\n\f\r]+/g, ' ').trim();
  const font = element.querySelector('font');
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const text = walker.nextNode() as Text | null;
  return { ...traceOf(element), words: shown, shown, isWrapped: !!font, text: text ?? undefined };
}

function readMark(element: Element): Memory | undefined {
  try {
    const [words, shown, lang, hash, isWrapped] = JSON.parse(element.getAttribute(WORDS) ?? '') as string[];
    if (typeof words !== 'string' || shown === undefined) return undefined;
    return { words, shown, lang: lang ?? '', hash: hash ?? '', isWrapped: !!isWrapped };
  } catch {
    return undefined;
  }
}

function writeMark(element: Element, { words, shown, lang, hash, isWrapped }: Memory): void {
  const mark = JSON.stringify([words, shown, lang, hash, isWrapped]);
  if (element.getAttribute(WORDS) !== mark) element.setAttribute(WORDS, mark);
}
