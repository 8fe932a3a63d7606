/** Reads the page's own text where the browser has replaced it with a translation. */
import { toJson } from '@heed/core';

/** An attribute of translated elements. The value is the original text and the translation. */
export const ORIGINAL_TEXT = 'data-heed-original-text';

/** The traces of a translation; an empty string for each that is absent. */
export type Trace = readonly string[];

interface Memory {
  /** The page's own text. */
  original: string;
  /** The text of the element when it was last read. */
  shown: string;
  trace: Trace;
  /** The text node in the `<font>` of a translation. */
  text?: Node | null | undefined;
}

const memories = new WeakMap<Element, Memory>();

/**
 * Returns the `<option>` elements inside, also if a content management system has wrapped them.
 *
 * @param slot the slot of the options; empty for all options
 */
export function listOptions(host: Element, slot = ''): HTMLOptionElement[] {
  const ofSlot = slot && `[slot="${slot}"]`;
  return [...host.querySelectorAll<HTMLOptionElement>(`option${ofSlot}:not(select *, datalist *)`)];
}

/** Returns the value of an option. Defaults to its original text, also while a translation is shown. */
export function valueOf(option: Element): string {
  return option.getAttribute('value') ?? originalTextOf(option);
}

/**
 * Returns the text that the page wrote into an element, also while the browser shows a translation.
 *
 * A new text is a translation if it is in a new `<font>`, or came with a new `lang` of the page or a new
 * `_msttexthash`. Any other new text is the page's own: a framework has reused the element.
 */
export function originalTextOf(element: Element): string {
  const shown = (element.textContent ?? '').replace(/[ \t\n\f\r]+/g, ' ').trim();
  const text = element.querySelector('font:not(:has(*))')?.firstChild;
  const trace = traceOf(element);
  let known = memories.get(element) ?? readMark(element) ?? { original: shown, shown, trace };
  if (known.shown !== shown) {
    const isTranslation = isTraced(trace, known.trace) || (text && text !== known.text);
    known = { original: isTranslation ? known.original : shown, shown, trace, text };
  }
  memories.set(element, known);
  const { original } = known;
  const mark = toJson([original, shown, known.trace]);
  if (original === shown) element.removeAttribute(ORIGINAL_TEXT);
  else if (element.getAttribute(ORIGINAL_TEXT) !== mark) element.setAttribute(ORIGINAL_TEXT, mark);
  return original;
}

/**
 * Returns the traces of a translation. Google Translate also changes `lang`, but marks the translated text with
 * `<font>`.
 */
export function traceOf(element: Element): Trace {
  const { className, lang } = element.ownerDocument.documentElement;
  return [
    /\btranslated-/.test(className) ? '' : lang,
    element.getAttribute('_msttexthash') ?? '',
    element.querySelector('font') ? 'font' : '',
  ];
}

/** Returns whether there are new traces of a translation. */
export function isTraced(now: Trace, before: Trace): boolean {
  return now.some((trace, index) => trace && trace !== before[index]);
}

function readMark(element: Element): Memory | undefined {
  try {
    const [original, shown, trace] = JSON.parse(element.getAttribute(ORIGINAL_TEXT) ?? '') as [
      string,
      string,
      Trace,
    ];
    return trace && { original, shown, trace };
  } catch {
    return undefined;
  }
}
