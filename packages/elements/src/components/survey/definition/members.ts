/** Members whose attribute is written as in HTML, without a hyphen. */
export const AS_IN_HTML = ['minLength', 'maxLength'];

/** The attribute of a member of a definition: `lowLabel` is `low-label`. */
export function toAttribute(member: string): string {
  if (AS_IN_HTML.includes(member)) return member.toLowerCase();
  return member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
