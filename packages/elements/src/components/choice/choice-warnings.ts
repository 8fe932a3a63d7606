import { warnOnce } from '../../shared/base/warn.ts';
import type { HeedChoice } from './choice.ts';

/**
 * Warns about attributes that a choice cannot use.
 *
 * @param count the number of options
 * @param effective the `display` that is used
 */
export function warnAboutChoice(host: HeedChoice, count: number, effective: string): void {
  const { multiple, display, min, max, other } = host;
  if (display && display !== effective) {
    const expected = 'chips, list or, without multiple, segments';
    warnOnce(host, 'HEED_DISPLAY', `display must be ${expected}, got "${display}"`);
  }
  const least = min ?? 1;
  const isPossible = least >= 1 && (max ?? Infinity) >= least && (count === 0 || count + +other >= least);
  if ((min ?? max ?? null) !== null && !(multiple && isPossible)) {
    const expected = 'multiple and numbers from 1, in order, that the list allows';
    warnOnce(host, 'HEED_MAX', `min and max need ${expected}, got ${min}, ${max}`);
  }
}

/** Warns about a list of which only `count` options can be used. */
export function warnAboutList(host: HeedChoice, listedCount: number, count: number): void {
  warnOnce(
    host,
    'HEED_LIST',
    `needs <option> children with unique values, got ${listedCount}, used ${count}`,
  );
}
