/**
 * The reference number of a response. It is short, easy to read aloud, and derived from the id, so the device and the
 * receiver compute the same one. It identifies a case to people; the id remains the key.
 */

// 31 characters, without 0, I, L, O and U, which are easily confused. Because 31 is a prime number, a weighted sum
// detects every single wrong character and every swap of two characters.
const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 8;
const PREFIX = 'HD';

/**
 * Returns the reference number of a record.
 *
 * @param id a UUID, of which the last 48 bits are used; in a UUIDv7, all of them are random
 * @returns a number such as `HD-7F3-K9Q-XM2`: 8 characters (8.5 · 10¹¹ values) and a check character
 */
export function referenceOf(id: string): string {
  let rest = parseInt(id.slice(-12), 16);
  const digits: number[] = [];
  while (digits.length < DIGITS) {
    digits.push(rest % ALPHABET.length);
    rest = Math.floor(rest / ALPHABET.length);
  }
  const characters = [...digits, checkDigit(digits)].map((digit) => ALPHABET.charAt(digit)).join('');
  return [PREFIX, characters.slice(0, 3), characters.slice(3, 6), characters.slice(6)].join('-');
}

/** Returns whether a text is a reference number with a valid check character. Case, spaces and hyphens are ignored. */
export function isReference(text: string): boolean {
  const characters = text.toUpperCase().replace(/[\s-]/g, '');
  if (!characters.startsWith(PREFIX)) return false;
  const digits = [...characters].slice(PREFIX.length).map((character) => ALPHABET.indexOf(character));
  if (digits.length !== DIGITS + 1 || digits.includes(-1)) return false;
  return checkDigit(digits.slice(0, DIGITS)) === digits[DIGITS];
}

function checkDigit(digits: readonly number[]): number {
  let sum = 0;
  digits.forEach((digit, index) => (sum += (index + 2) * digit));
  return sum % ALPHABET.length;
}
