/** What a name stands for. What is empty counts as not answered: null, undefined, a blank text, no item, no row. */
export type Operand =
  string | number | boolean | readonly string[] | { readonly [row: string]: number } | null | undefined;

/** A value that can be compared. */
export type Scalar = string | number | boolean;

export function isEmpty(value: Operand): boolean {
  return value == null || !(typeof value === 'object' ? Object.keys(value).length : String(value).trim());
}

/** Of a list each item; of a matrix nothing, because only its rows are compared. */
export function scalarsOf(value: Operand): Scalar[] {
  return [value].flat().filter((item): item is Scalar => !isEmpty(item) && item !== Object(item));
}

/** Only what the matrix holds itself: `constructor` is no row. */
export function rowOf(value: Operand, row: string): Operand {
  return Object.entries(value ?? {}).find(([name]) => name === row)?.[1] as Operand;
}

/** Hidden fields, traits and the query string hold texts, so `"5.0"` is 5 and both `"true"` and `"1"` are true. */
export function isSame(left: Scalar, right: Scalar): boolean {
  return String(left) === String(right) || (typeof left !== typeof right && Number(left) === Number(right));
}

/** Without case, because visitors write as they like. */
export function contains(whole: Scalar, part: Scalar, isItem: boolean): boolean {
  const [text, sought] = [fold(whole), fold(part)];
  return isItem ? text === sought : text.includes(sought);
}

function fold(value: Scalar): string {
  return String(value).toLowerCase();
}
