import { findKind } from '@heed/core/survey';
import { UNHYPHENATED } from './attribute-names.ts';

const BOOLEANS = new Set(
  'required readonly disabled multiple other shuffle counter autoAdvance partial noDraft'.split(' '),
);
const NUMBERS = new Set('min max minLength maxLength maxFiles shrink width height'.split(' '));
/** The types of the kinds whose value is a number. */
const NUMBER_TYPES = ['integer', 'number'];

/** Returns the member of a definition for an attribute: `lowLabel` for `low-label`. */
export function toMember(attribute: string): string {
  const known = UNHYPHENATED.find((member) => member.toLowerCase() === attribute);
  return known ?? attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Returns the value of a member from the text of its attribute. */
export function toValue(element: Element, member: string, text: string): string | number | boolean {
  if (BOOLEANS.has(member)) return !/^false$/i.test(text);
  const { type = '' } = findKind(element.localName.replace(/^heed-/, '')) ?? {};
  const isNumber = NUMBERS.has(member) || (member === 'value' && NUMBER_TYPES.includes(type));
  return isNumber ? Number(text) : text;
}
