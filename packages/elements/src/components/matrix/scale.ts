import type { Localizer } from '../../shared/localization/localizer.ts';

/** The lowest and the highest step. */
export type Range = [low: number, high: number];

/** A step as it is shown and announced. */
export interface LabelledStep {
  step: number;
  /** The number in the digits of the page's language. */
  text: string;
  /** The label of an end of the scale; empty for the steps between. */
  end: string;
  /** The accessible name. */
  label: string;
}

/** Returns whether a range has 2 to 11 steps and starts at 0 or more. */
export function isScale([low, high]: Range): boolean {
  return Number.isInteger(low) && Number.isInteger(high) && low >= 0 && high > low && high - low <= 10;
}

export function listSteps([low, high]: Range): number[] {
  return [...Array(high - low + 1)].map((_, index) => low + index);
}

export function labelSteps(
  steps: readonly number[],
  [low, high]: readonly [low: string, high: string],
  localizer: Localizer<'step' | 'stepEnd'>,
): LabelledStep[] {
  const last = steps.length - 1;
  const max = localizer.number(steps[last] ?? 0);
  return steps.map((step, index) => {
    const text = localizer.number(step);
    const end = index === 0 ? low : index === last ? high : '';
    const label = localizer.t(end ? 'stepEnd' : 'step', { value: text, max, label: end });
    return { step, text, end, label };
  });
}
