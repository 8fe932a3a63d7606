import type { ChoiceOption } from './options.ts';

/** What is chosen: of the list, and in own words. */
export interface Selection {
  picked: readonly string[];
  /** Empty while "other" is chosen and nothing is written yet; absent while it is not chosen. */
  other?: string | undefined;
  /** A value is neither listed nor own words. */
  isStrange?: boolean;
}

/**
 * In the order of the list, however the values came; what is not listed comes after it. Where own words may be given,
 * the first of those is them. A list that is still to come has nothing to compare with.
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
  return { picked: [...listed, ...rest], other, isStrange: options.length > 0 && rest.length > 0 };
}

/** All that is chosen, own words last. */
export function listOf({ picked, other }: Selection): readonly string[] {
  return other === undefined ? picked : [...picked, other];
}
