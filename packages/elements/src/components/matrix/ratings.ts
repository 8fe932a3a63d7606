import type { Rows } from '@heed/core';

/** Returns the ratings that count; `null` without any. Ratings of statements that the page has removed do not count. */
export function selectRatings(ratings: Rows, names: readonly string[], known: Set<string>): Rows | null {
  const entries = Object.entries(ratings).filter(
    ([name, step]) => step !== null && (names.includes(name) || !known.has(name)),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/**
 * Returns the name of a rating that is off the scale or belongs to no statement; `undefined` without one, and while there
 * are no statements.
 */
export function findInvalidName(
  ratings: Rows | null,
  names: readonly string[],
  steps: readonly number[],
): string | undefined {
  if (names.length === 0) return undefined;
  const isInvalid = ([name, step]: [string, number]): boolean =>
    !names.includes(name) || !steps.includes(step);
  return Object.entries(ratings ?? {}).find(isInvalid)?.[0];
}

/** Returns the ratings that the radio buttons show. */
export function readRatings(
  root: ParentNode,
  before: Rows,
  names: readonly string[],
  steps: readonly number[],
): Rows {
  const ratings: Record<string, number> = { ...before };
  names.forEach((name, row) => {
    const checked = root.querySelector<HTMLInputElement>(`[name="${row}"]:checked`);
    if (checked) ratings[name] = Number(checked.value);
    // No radio button is checked for a value that is off the scale.
    else if (steps.includes(ratings[name] ?? -1)) delete ratings[name];
  });
  return ratings;
}
