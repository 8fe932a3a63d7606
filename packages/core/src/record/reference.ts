/**
 * The reference number: short, easy to read out, the same on the device and at the receiver because both
 * make it from the id. It names a case to a person; the id stays the key.
 */

// 31 signs without 0, I, L, O and U, which are easily mistaken. A prime number of signs lets a weighted sum
// find every single wrong sign and every swap of two signs.
const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 8;
const PREFIX = 'HD';

/**
 * @param id a UUID; its last 48 bits, all random in a UUIDv7, are used
 * @returns such as `HD-7F3-K9Q-XM2`: 8 signs (8.5 · 10¹¹ values) and a check sign
 */
export function referenceOf(id: string): string {
  let rest = parseInt(id.slice(-12), 16);
  const digits: number[] = [];
  while (digits.length < DIGITS) {
    digits.push(rest % SIGNS.length);
    rest = Math.floor(rest / SIGNS.length);
  }
  const signs = [...digits, checkDigit(digits)].map((digit) => SIGNS.charAt(digit)).join('');
  return [PREFIX, signs.slice(0, 3), signs.slice(3, 6), signs.slice(6)].join('-');
}

/** Does the text read as a reference number with a right check sign? Case, spaces and hyphens do not matter. */
export function isReference(text: string): boolean {
  const signs = text.toUpperCase().replace(/[\s-]/g, '');
  if (!signs.startsWith(PREFIX)) return false;
  const digits = [...signs].slice(PREFIX.length).map((sign) => SIGNS.indexOf(sign));
  if (digits.length !== DIGITS + 1 || digits.includes(-1)) return false;
  return checkDigit(digits.slice(0, DIGITS)) === digits[DIGITS];
}

function checkDigit(digits: readonly number[]): number {
  let sum = 0;
  digits.forEach((digit, index) => (sum += (index + 2) * digit));
  return sum % SIGNS.length;
}
