import { warnOnce } from '../../shared/base/warn.ts';
import { isScale, type Range } from './scale.ts';

/**
 * Warns about attributes and values that a matrix cannot use.
 *
 * @param range `min` and `max` as set
 * @param steps the steps that are used
 * @param invalid the name of an invalid rating
 */
export function warnAboutMatrix(
  host: HTMLElement,
  [low, high]: Range,
  steps: readonly number[],
  invalid: string | undefined,
): void {
  if (!isScale([low, high]))
    warnOnce(host, 'HEED_MAX', `expected 2 to 11 steps from 0 or more, got ${low} to ${high}`);
  if (invalid !== undefined) {
    const expected = `whole numbers from ${steps[0]} to ${steps.at(-1)}`;
    warnOnce(host, 'HEED_VALUE', `expected ${expected} by statement; "${invalid}" is wrong`);
  }
}
