import type { SurveyPath } from './survey-path.ts';

/** `detail` of `heed-step`. */
export interface StepDetail {
  /** The survey's name. */
  survey: string | undefined;
  /** Name of the step. Defaults to its number on the survey path. */
  step: string;
  /** Number of the step on the survey path, from 1. */
  place: number;
  /** Number of steps on the survey path that the current answers select. */
  count: number;
}

/** Fires `heed-step` for the current step of a path. */
export function fireStep(host: Element & { survey: string | undefined }, path: SurveyPath): void {
  const place = path.index + 1;
  const step = path.current?.name || String(place);
  const detail: StepDetail = { survey: host.survey, step, place, count: path.steps.length };
  host.dispatchEvent(new CustomEvent('heed-step', { detail, bubbles: true, composed: true }));
}
