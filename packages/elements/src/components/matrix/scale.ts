import type { Localizer } from '../../shared/localization/localizer.ts';

/** The lowest and the highest step. */
export type Range = [low: number, high: number];

/** One step, as it is written and said. */
export interface LabelledStep {
  step: number;
  /** In the digits of the page's language. */
  text: string;
  /** Those of the end that it is; else empty. */
  strings: string;
  /** What a screen reader says. */
  label: string;
}

/** Two to eleven steps, from 0 or more. */
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
    const strings = index === 0 ? low : index === last ? high : '';
    const label = localizer.t(strings ? 'stepEnd' : 'step', { value: text, max, label: strings });
    return { step, text, strings, label };
  });
}
