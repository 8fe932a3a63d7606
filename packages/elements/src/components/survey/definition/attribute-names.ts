/** Members whose attribute has no hyphen, as in HTML. */
export const UNHYPHENATED = ['minLength', 'maxLength'];

/** Returns the attribute for a member of a definition: `low-label` for `lowLabel`. */
export function toAttribute(member: string): string {
  if (UNHYPHENATED.includes(member)) return member.toLowerCase();
  return member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
