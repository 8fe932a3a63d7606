/** Loaded for a survey with conditions, jumps or templates. */
import { compileFlow, type Flow, type FlowStep } from '@heed/core/flow';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { fillTemplates, findTemplates } from './fill-templates.ts';
import { nameOf, type Question } from './questions.ts';
import { setHidden } from './set-hidden.ts';
import type { PageContent } from './survey-content.ts';
import type { Step } from './survey-path.ts';

/** An element inside a step that has a condition. */
interface Part {
  element: HTMLElement;
  /** Names of the questions inside. A part without questions has a name in the flow that no question can have. */
  names: readonly string[];
}

/** @throws HeedError for an invalid condition, jump or name */
export function compileContent(survey: Element, { steps, endings, hidden }: PageContent): Flow {
  return compileFlow({
    steps: steps.map(toFlowStep),
    // Text outside the steps is checked like an ending after all others.
    endings: [...endings.map(conditionOf), { texts: textsOf(survey) }],
    hidden: hidden.map(({ name }) => name),
  });
}

/**
 * Shows or hides each conditional part inside the steps, and inserts answers into the text.
 *
 * @returns the conditional elements
 */
export function updateParts(
  survey: Element,
  content: PageContent,
  asked: ReadonlySet<string>,
  localizer: Pick<Localizer<never>, 'language' | 'number'>,
): HTMLElement[] {
  const parts = content.steps.flatMap(partsOf);
  for (const { element, names } of parts) setHidden(element, !names.some((name) => asked.has(name)));
  fillTemplates(survey, content, asked, localizer);
  return parts.map(({ element }) => element);
}

function toFlowStep(step: Step, index: number): FlowStep {
  const { element, name, questions } = step;
  const texts = partsOf(step, index).filter(({ element }) => !containsAny(element, questions));
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

function partsOf({ element, questions }: Step, stepIndex: number): Part[] {
  const parts = [...element.querySelectorAll<HTMLElement>('[show-if]')];
  return parts.map((part, index) => {
    const names = questions.filter((question) => part.contains(question)).map(nameOf);
    return { element: part, names: names.length > 0 ? names : [`text ${stepIndex + 1}.${index + 1}`] };
  });
}

function containsAny(element: Element, questions: readonly Question[]): boolean {
  return questions.some((question) => element.contains(question));
}

function conditionOf(element: Element): { showIf: string | undefined } {
  return { showIf: element.getAttribute('show-if') ?? undefined };
}

function textsOf(element: Element): string[] {
  return findTemplates(element).flatMap(([, texts]) => texts.map(({ original }) => original));
}
