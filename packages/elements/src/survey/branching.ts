/** Loaded where a survey has conditions, jumps, or answers in its text. */
import { compileFlow, type Flow, type FlowStep } from '@heed/core/flow';
import { findTemplates } from './recall.ts';
import type { Content, Step } from './questions.ts';

export { recall } from './recall.ts';

/** @throws HeedError when the author's conditions, jumps or names are wrong */
export function compile(survey: Element, { steps, endings, hidden }: Content): Flow {
  return compileFlow({
    steps: steps.map(toFlowStep),
    // What stands outside of the steps is checked like an ending after all others.
    endings: [...endings.map(conditionOf), { texts: textsOf(survey) }],
    hidden: hidden.map(({ name }) => name),
  });
}

function toFlowStep({ element, name, questions }: Step): FlowStep {
  return {
    ...conditionOf(element),
    name: name || undefined,
    goTo: element.getAttribute('go-to') ?? undefined,
    texts: textsOf(element),
    questions: questions.flatMap((question) =>
      question.answers.map((answer) => ({
        name: answer.name,
        kind: answer.kind,
        ...(question !== element && conditionOf(question)),
      })),
    ),
  };
}

function conditionOf(element: Element): { showIf: string | undefined } {
  return { showIf: element.getAttribute('show-if') ?? undefined };
}

function textsOf(element: Element): string[] {
  return findTemplates(element).map(({ source }) => source);
}
