/** Loaded where a survey has conditions, jumps, or answers in its text. */
import { compileFlow, type Flow } from '@heed/core';
import { findTemplates } from './recall.ts';
import type { Content, Step } from './questions.ts';

export { recall } from './recall.ts';

/** @throws HeedError when the author's conditions, jumps or names are wrong */
export function compile({ steps, endings, hidden }: Content): Flow {
  return compileFlow({
    steps: steps.map(toFlowStep),
    endings: endings.map((element) => ({ ...conditionOf(element), texts: textsOf(element) })),
    hidden: hidden.map(({ name }) => name),
  });
}

function toFlowStep({ element, name, questions }: Step) {
  const goTo = element.getAttribute('go-to');
  return {
    ...(name && { name }),
    ...(goTo !== null && { goTo }),
    ...conditionOf(element),
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

function conditionOf(element: Element): { showIf?: string } {
  const showIf = element.getAttribute('show-if');
  return showIf === null ? {} : { showIf };
}

function textsOf(element: Element): string[] {
  return findTemplates(element).map(({ source }) => source);
}
