/** Loaded where a survey has conditions, jumps, or answers in its text. */
import { compileFlow, type Flow, type FlowStep } from '@heed/core/flow';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { hide } from './hiding.ts';
import { nameOf, type Content, type Question, type Step } from './questions.ts';
import { findTemplates, recall } from './recall.ts';

/** What is asked or told inside a step under a condition. */
interface Part {
  element: HTMLElement;
  /** What the flow knows it by: the names of its questions, or else one that no question can have. */
  names: readonly string[];
}

/** @throws HeedError when the author's conditions, jumps or names are wrong */
export function compile(survey: Element, { steps, endings, hidden }: Content): Flow {
  return compileFlow({
    steps: steps.map(toFlowStep),
    // What stands outside of the steps is checked like an ending after all others.
    endings: [...endings.map(conditionOf), { texts: textsOf(survey) }],
    hidden: hidden.map(({ name }) => name),
  });
}

/**
 * Shows and hides what has a condition inside of a step, and writes answers into the text.
 *
 * @returns the elements with a condition
 */
export function follow(
  survey: Element,
  content: Content,
  asked: ReadonlySet<string>,
  localizer: Pick<Localizer<never>, 'language' | 'number'>,
): HTMLElement[] {
  const parts = content.steps.flatMap(partsOf);
  for (const { element, names } of parts) hide(element, !names.some((name) => asked.has(name)));
  recall(survey, content, asked, localizer);
  return parts.map(({ element }) => element);
}

function toFlowStep(step: Step, place: number): FlowStep {
  const { element, name, questions } = step;
  const texts = partsOf(step, place).filter(({ element }) => !holdsAny(element, questions));
  return {
    ...conditionOf(element),
    name: name || undefined,
    goTo: element.getAttribute('go-to') ?? undefined,
    texts: textsOf(element),
    questions: [
      ...questions.flatMap((question) => {
        const conditional = question.closest('[show-if]');
        const condition = conditional && conditional !== element && element.contains(conditional);
        return question.answers.map(({ name, kind }) => ({
          name,
          kind,
          ...(condition && conditionOf(conditional)),
        }));
      }),
      ...texts.map(({ element, names: [name = ''] }) => ({ name, kind: 'text', ...conditionOf(element) })),
    ],
  };
}

function partsOf({ element, questions }: Step, place: number): Part[] {
  const parts = [...element.querySelectorAll<HTMLElement>('[show-if]')];
  return parts.map((part, index) => {
    const names = questions.filter((question) => part.contains(question)).map(nameOf);
    return { element: part, names: names.length > 0 ? names : [`text ${place + 1}.${index + 1}`] };
  });
}

function holdsAny(element: Element, questions: readonly Question[]): boolean {
  return questions.some((question) => element.contains(question));
}

function conditionOf(element: Element): { showIf: string | undefined } {
  return { showIf: element.getAttribute('show-if') ?? undefined };
}

function textsOf(element: Element): string[] {
  return findTemplates(element).flatMap(([, sources]) => sources.map(({ source }) => source));
}
