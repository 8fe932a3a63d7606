import { HIDDEN } from '../../shared/light-dom/markers.ts';
import type { SurveyNavigator } from './navigator.ts';
import { nameOf, setActive } from './questions.ts';
import { setHidden } from './set-hidden.ts';
import type { Step } from './survey-path.ts';

/**
 * Shows the current steps and the ending, and hides the other children of the survey.
 *
 * @param isAsking false hides all steps
 * @param conditional elements inside the steps whose own condition decides on their visibility
 */
export function showSteps(
  survey: Element,
  { content, path, asked, ending }: SurveyNavigator,
  isAsking: boolean,
  conditional: readonly HTMLElement[],
): void {
  const { steps, questions, endings, blanks } = content;
  const shown = new Set((isAsking ? path.shownSteps : []).map(({ element }) => element));
  const elements = steps.map(({ element }) => element);
  for (const element of elements) setHidden(element, !shown.has(element));
  for (const question of questions) setActive(question, asked.has(nameOf(question)));
  for (const element of blanks) setHidden(element, true);
  for (const element of endings) setHidden(element, element !== ending);
  const managed = new Set<Element>([...elements, ...blanks, ...endings, ...conditional]);
  for (const element of survey.querySelectorAll<HTMLElement>(`[${HIDDEN}]`))
    if (!managed.has(element)) setHidden(element, false);
}

/** Releases a step that has left the survey: the step is visible, and its questions count again. */
export function releaseStep({ element, questions }: Step): void {
  for (const each of [element, ...element.querySelectorAll<HTMLElement>(`[${HIDDEN}]`)])
    setHidden(each, false);
  for (const question of questions) setActive(question, true);
}
