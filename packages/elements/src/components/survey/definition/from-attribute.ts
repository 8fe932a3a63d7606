import { findKind } from '@heed/core/survey';
import { AS_IN_HTML } from './members.ts';

const FLAGS = new Set(
  'required readonly disabled multiple other shuffle counter autoAdvance partial noDraft'.split(' '),
);
const NUMBERS = new Set('min max minLength maxLength maxFiles shrink width height'.split(' '));
/** The types of the kinds whose value is a number. */
const NUMBER_TYPES = ['integer', 'number'];

/** The member of a definition that an attribute stands for. */
export function toMember(attribute: string): string {
  const known = AS_IN_HTML.find((member) => member.toLowerCase() === attribute);
  return known ?? attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The value of a member, as its attribute has it. */
export function toValue(element: Element, member: string, text: string): string | number | boolean {
  if (FLAGS.has(member)) return !/^false$/i.test(text);
  const { type = '' } = findKind(element.localName.replace(/^heed-/, '')) ?? {};
  const isNumber = NUMBERS.has(member) || (member === 'value' && NUMBER_TYPES.includes(type));
  return isNumber ? Number(text) : text;
}
