/**
 * The value of a name. Null, undefined, a blank text, an empty list and an object without rows count as not answered.
 */
export type Operand =
  string | number | boolean | readonly string[] | { readonly [row: string]: number } | null | undefined;

/** A value that can be compared. */
export type Scalar = string | number | boolean;

export function isEmpty(value: Operand): boolean {
  return value == null || !(typeof value === 'object' ? Object.keys(value).length : String(value).trim());
}

/** Returns the items of a list, or the value itself. A matrix has none, because only its rows can be compared. */
export function scalarsOf(value: Operand): Scalar[] {
  return [value].flat().filter((item): item is Scalar => !isEmpty(item) && item !== Object(item));
}

/** Returns an own row of a matrix, so that `constructor` is not one. */
export function rowOf(value: Operand, row: string): Operand {
  return Object.entries(value ?? {}).find(([name]) => name === row)?.[1] as Operand;
}

/**
 * Hidden fields, traits and query parameters are strings, so `"5.0"` equals 5, and both `"true"` and `"1"` equal
 * true.
 */
export function isSame(left: Scalar, right: Scalar): boolean {
  return String(left) === String(right) || (typeof left !== typeof right && Number(left) === Number(right));
}

/** Ignores case, because users type answers in any case. */
export function contains(whole: Scalar, part: Scalar, isItem: boolean): boolean {
  const [text, sought] = [fold(whole), fold(part)];
  return isItem ? text === sought : text.includes(sought);
}

function fold(value: Scalar): string {
  return String(value).toLowerCase();
}
