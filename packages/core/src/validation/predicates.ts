/** The maximum length of a text that people read or write. */
export const MAX_TEXT = 10_000;
/** The maximum number of members in an object with arbitrary names. */
export const MAX_ENTRIES = 100;
const MAX_NAME = 200;
// No database can store control characters (such as NUL) or lone surrogates in a key.
const NAME_PATTERN = /^[^\p{Cc}\p{Cs}]+$/u;

/** Describes what {@link isName} accepts. */
export const NAME_EXPECTED = `a string of 1 to ${MAX_NAME} characters without control characters`;

export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isInteger(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

export function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

export function isName(value: unknown): boolean {
  return isText(value, MAX_NAME) && matches(value, NAME_PATTERN);
}

/**
 * Counts code points, as JSON Schema does. A code point has at most two units, so a huge text is rejected without
 * iterating over it.
 */
export function isText(value: unknown, maxCharacters: number): boolean {
  if (typeof value !== 'string' || value.length > 2 * maxCharacters) return false;
  return [...value].length <= maxCharacters;
}
