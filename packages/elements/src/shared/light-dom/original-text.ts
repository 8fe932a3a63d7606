/** The words of the page itself, which a browser that translates the page replaces with others. */
import { toJson } from '@heed/core';

/** On an element whose words the browser has translated: the words of the page, and what is shown in their place. */
export const WORDS = 'data-heed-words';

/** What a translation leaves behind; each is empty where there is none of it. */
export type Trace = readonly string[];

interface Memory {
  /** Of the page. */
  strings: string;
  /** What the element held when it was last looked at. */
  shown: string;
  trace: Trace;
  /** In the `<font>` of a translation. */
  text?: Node | null | undefined;
}

const memories = new WeakMap<Element, Memory>();

/**
 * The `<option>` elements inside, also where the text filter of a content management system has wrapped them.
 *
 * @param slot of the options; empty for those of any
 */
export function listOptions(host: Element, slot = ''): HTMLOptionElement[] {
  const ofSlot = slot && `[slot="${slot}"]`;
  return [...host.querySelectorAll<HTMLOptionElement>(`option${ofSlot}:not(select *, datalist *)`)];
}

/** The value of an option: the words of the page where it has no other, whatever a translation shows. */
export function valueOf(option: Element): string {
  return option.getAttribute('value') ?? pageWords(option);
}

/**
 * The words that the page wrote into an element, also while a browser shows others in their place.
 *
 * Other words are a translation when they stand in a new `<font>`, or came with another `lang` of the page or another
 * `_msttexthash`. Any others are the page's own: a framework has used the element again.
 */
export function pageWords(element: Element): string {
  const shown = (element.textContent ?? '').replace(/[ \t\n\f\r]+/g, ' ').trim();
  const text = element.querySelector('font:not(:has(*))')?.firstChild;
  const trace = traceOf(element);
  let known = memories.get(element) ?? readMark(element) ?? { strings: shown, shown, trace };
  if (known.shown !== shown) {
    const isTranslation = isTraced(trace, known.trace) || (text && text !== known.text);
    known = { strings: isTranslation ? known.strings : shown, shown, trace, text };
  }
  memories.set(element, known);
  const { strings } = known;
  const mark = toJson([strings, shown, known.trace]);
  if (strings === shown) element.removeAttribute(WORDS);
  else if (element.getAttribute(WORDS) !== mark) element.setAttribute(WORDS, mark);
  return strings;
}

/** Google Translate changes the language of the page as others do, but tells by `<font>` which text is translated. */
export function traceOf(element: Element): Trace {
  const { className, lang } = element.ownerDocument.documentElement;
  return [
    /\btranslated-/.test(className) ? '' : lang,
    element.getAttribute('_msttexthash') ?? '',
    element.querySelector('font') ? 'font' : '',
  ];
}

/** There are traces of a translation that were not there before. */
export function isTraced(now: Trace, before: Trace): boolean {
  return now.some((trace, index) => trace && trace !== before[index]);
}

function readMark(element: Element): Memory | undefined {
  try {
    const [strings, shown, trace] = JSON.parse(element.getAttribute(WORDS) ?? '') as [string, string, Trace];
    return trace && { strings, shown, trace };
  } catch {
    return undefined;
  }
}
