/** What a name stands for. Null and undefined are "not answered"; so are an empty text, list or matrix. */
export type Operand =
  string | number | boolean | readonly string[] | { readonly [row: string]: number } | null | undefined;

/** A value that can be compared. */
export type Scalar = string | number | boolean;

export function isEmpty(value: Operand): boolean {
  return value == null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Of a list each item, of anything empty nothing, and of a matrix nothing either: its rows are compared. */
export function scalarsOf(value: Operand): Scalar[] {
  return [value].flat().filter((item): item is Scalar => !isEmpty(item) && item !== Object(item));
}

/** Only what the matrix holds itself: `constructor` is no row. */
export function rowOf(value: Operand, row: string): Operand {
  const hasRow = typeof value === 'object' && value !== null && Object.hasOwn(value, row);
  return hasRow ? (value as { readonly [row: string]: number })[row] : undefined;
}

/** Hidden fields, traits and the query string hold texts: `"5"` is 5, and `"true"` is true. */
export function isSame(left: Scalar, right: Scalar): boolean {
  return (
    String(left) === String(right) || (typeof left !== typeof right && toNumber(left) === toNumber(right))
  );
}

export function isInOrder(left: Scalar, sign: string, right: Scalar): boolean {
  const [low, high] = sign.startsWith('<') ? [left, right] : [right, left];
  return toNumber(low) < toNumber(high) || (sign.endsWith('=') && toNumber(low) === toNumber(high));
}

/** Folded to lower case, because visitors write as they like. */
export function holds(whole: Scalar, part: Scalar, isItem: boolean): boolean {
  const [text, sought] = [whole, part].map((each) => String(each).toLowerCase()) as [string, string];
  return isItem ? text === sought : text.includes(sought);
}

function toNumber(value: Scalar): number {
  return typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : NaN;
}
