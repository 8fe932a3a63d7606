import type { Content, Question } from './questions.ts';

const NO_STEP = '[slot], script, style, template, input[type=hidden]';

/** What stands inside the tag of a survey now. */
export function readContent(survey: Element): Content {
  const children = <Type extends HTMLElement>(selector: string): Type[] => [
    ...survey.querySelectorAll<Type>(`:scope > ${selector}`),
  ];
  const steps = children(`:not(${NO_STEP})`).map((element, index) => {
    const name = element.getAttribute('name') || element.id;
    const questions = [element, ...element.querySelectorAll<HTMLElement>('*')].filter(isQuestion);
    return { element, name, key: name || String(index), questions };
  });
  return {
    steps,
    questions: steps.flatMap(({ questions }) => questions),
    endings: children('[slot=ending]'),
    hidden: children<HTMLInputElement>('input[type=hidden][name]'),
  };
}

function isQuestion(element: HTMLElement): element is Question {
  return 'answers' in element && 'checkValidity' in element;
}
