import { HeedError } from '../errors.ts';

/** Matches a UUID of any version in lower case (RFC 9562). */
export const ID_PATTERN = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const RANDOM_BYTES = 10;
/** The digits with the variant bits of RFC 9562. */
const VARIANTS = '89ab';
const MAX_TIME = 0xffff_ffff_ffff;

/**
 * Creates a UUIDv7 (RFC 9562, section 5.7): 48 bits of time and 74 random bits. Ids sort by time.
 *
 * Time and randomness are parameters, because `crypto.randomUUID` is missing on `http://` pages while
 * `crypto.getRandomValues` is available.
 *
 * @param now milliseconds since 1970. Times before 1970 or after the year 10889 are replaced by the nearest valid one
 * @param random at least 10 random bytes
 * @throws HeedError `HEED_RANDOM` for fewer than 10 bytes
 */
export function createId(now: number, random: Uint8Array): string {
  if (random.length < RANDOM_BYTES) {
    throw new HeedError(
      'HEED_RANDOM',
      'createId',
      `expected at least ${RANDOM_BYTES} random bytes, got ${random.length}`,
    );
  }
  const time = hex(Math.min(MAX_TIME, Math.max(0, Math.floor(now))), 12);
  const noise = [...random.subarray(0, RANDOM_BYTES)].map((byte) => hex(byte, 2)).join('');
  const variant = VARIANTS.charAt(parseInt(noise.charAt(3), 16) & 3);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${noise.slice(0, 3)}`,
    variant + noise.slice(4, 7),
    noise.slice(7, 19),
  ].join('-');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
