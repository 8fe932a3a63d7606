import type { LitElement } from 'lit';
import { nearestLanguage } from './nearest-language.ts';

/** Text without letters, such as a number, has no language. */
const LETTER = /\p{L}/u;
/** Only text that ends with punctuation looks wrong in the other direction. */
const PUNCTUATED = /\p{P}$/u;

/** English text that was shown for lack of other strings, by the language of the page, with the label in the text. */
const texts = new Map<string, Map<string, string | undefined>>();
const marked = new WeakSet<LitElement>();
/** Elements that were turned from right-to-left to left-to-right. */
const turned = new WeakSet<Element>();

/**
 * Marks English text in a page of another language with `lang="en"`, so that a screen reader changes its voice. Text of
 * the page keeps the language of the page. Text and labels are compared after rendering: no template can forget it.
 *
 * @param language the language of the page
 * @param values the values in the text
 */
export function noteEnglish(
  host: LitElement,
  text: string,
  language: string,
  { label }: Record<string, string>,
): void {
  if (/^en\b/.test(language)) return;
  const known = texts.get(language) ?? new Map<string, string | undefined>();
  texts.set(language, known.set(text, label));
  if (marked.has(host)) return;
  marked.add(host);
  // Also of this update, and of all that follow: the strings may come later.
  host.addController({ hostUpdated: () => mark(host.renderRoot, nearestLanguage(host)) });
}

function mark(root: ParentNode, language: string): void {
  const strings = findStrings(language);
  const isEnglish = (text: string): boolean => {
    let rest = text;
    for (const string of strings) rest = rest.replaceAll(string, '');
    return LETTER.test(text) && !LETTER.test(rest);
  };
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const text = ownText(element);
    if (isEnglish(text || (element.getAttribute('aria-label') ?? ''))) {
      element.lang = 'en';
      const { parentElement: label } = element;
      // Firefox reports the language of a radio button's parent to a screen reader.
      if (element instanceof HTMLInputElement && label && !LETTER.test(ownText(label))) label.lang = 'en';
      if (PUNCTUATED.test(text)) turn(element);
      continue;
    }
    if (element.lang) reset(element);
    // Inside an element with an English name, what is not English has the language of the page.
    const isOfPage = element.localName === 'slot' || LETTER.test(text);
    if (isOfPage && element.parentElement?.closest('[lang]')) element.lang = language;
  }
}

/**
 * The longest first, because a string may contain another one; without those that name something in another
 * language.
 */
function findStrings(language: string): string[] {
  const known = texts.get(language);
  return [...(known ?? [])]
    .filter(([, label]) => !label || known?.has(label))
    .map(([text]) => text)
    .sort((one, other) => other.length - one.length);
}

/** In its own direction, at the edge where the page's text starts. */
function turn(element: HTMLElement): void {
  if (element.dir || getComputedStyle(element).direction === 'ltr') return;
  turned.add(element);
  element.dir = 'ltr';
  // WebKit knows the prefixed value only.
  for (const value of ['-webkit-match-parent', 'match-parent']) element.style.textAlign = value;
}

function reset(element: HTMLElement): void {
  element.removeAttribute('lang');
  if (!turned.delete(element)) return;
  element.removeAttribute('dir');
  element.style.textAlign = '';
}

/** Returns the text of an element without its children; for a slot, only the fallback content. */
function ownText(element: HTMLElement): string {
  if (element instanceof HTMLSlotElement && element.assignedNodes().length > 0) return '';
  return [...element.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
    .join('')
    .trim();
}
