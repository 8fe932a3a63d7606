import { pageWords } from './page-words.ts';

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
