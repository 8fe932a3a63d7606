import type { ChoiceOption } from './options.ts';

/** The value of the "Other" option. The values of listed options are never empty. */
export const OTHER = '';

/** The chosen options, and the text of "Other". */
export interface Selection {
  picked: readonly string[];
  /** Empty if "Other" is chosen without a text; absent if it is not chosen. */
  other?: string | undefined;
  /** A value is neither an option nor the text of "Other". */
  isUnknown?: boolean;
}

/**
 * Returns the selection of values in the order of the options, followed by unknown values. With `mayBeOther`, the first
 * unknown value is the text of "Other". Without options, no value counts as unknown, because the options may still follow.
 */
export function select(
  options: readonly ChoiceOption[],
  values: readonly string[],
  mayBeOther: boolean,
): Selection {
  const wanted = new Set(values);
  const listed = options.map(({ value }) => value).filter((value) => wanted.delete(value));
  const rest = [...wanted];
  const other = mayBeOther && options.length > 0 ? rest.shift() : undefined;
  return { picked: [...listed, ...rest], other, isUnknown: options.length > 0 && rest.length > 0 };
}

/** Returns all chosen values, with the text of "Other" last. */
export function listOf({ picked, other }: Selection): readonly string[] {
  return other === undefined ? picked : [...picked, other];
}

export function isChosen({ picked, other }: Selection, value: string): boolean {
  return value === OTHER ? other !== undefined : picked.includes(value);
}
