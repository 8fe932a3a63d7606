import type { Answer, AnswerValue } from '@heed/core';
import { isBlank } from '../../shared/light-dom/blank.ts';
import { MADE } from '../../shared/light-dom/markers.ts';
import type { Question } from './questions.ts';
import type { Step } from './survey-path.ts';

/** The children of a survey element, by purpose. */
export interface PageContent {
  steps: readonly Step[];
  /** In the order of the steps. */
  questions: readonly Question[];
  endings: readonly HTMLElement[];
  /** Children that are not steps, because they show nothing and ask nothing. They still take up space. */
  blanks: readonly HTMLElement[];
  /** Hidden fields. */
  hidden: readonly HTMLInputElement[];
}

export const EMPTY_CONTENT: PageContent = { steps: [], questions: [], endings: [], blanks: [], hidden: [] };

const NO_STEP = '[slot], script, style, template, noscript, meta, link, input[type=hidden]';
/** A child with one of these attributes is a step even if it is empty. */
const STEP_ATTRIBUTES = `[name]:not(a), [show-if], [go-to], [${MADE}]`;
const HIDDEN_FIELD = 'input[type=hidden][name]';

/** Reads the current children of a survey. */
export function readContent(survey: Element): PageContent {
  for (const wrapper of survey.querySelectorAll(':scope > :is(p, ins):not([slot])')) liftSlot(wrapper);
  const children = [...survey.querySelectorAll<HTMLElement>(':scope > *')];
  const candidates = children.filter((child) => !child.matches(NO_STEP));
  const blanks = candidates.filter((child) => !child.matches(STEP_ATTRIBUTES) && isBlank(child));
  const steps = candidates
    .filter((child) => !blanks.includes(child))
    .map(toStep)
    .filter(({ element, questions }) => questions.length > 0 || !element.matches('font'));
  return {
    steps,
    questions: steps.flatMap(({ questions }) => questions),
    endings: children.filter((child) => child.slot === 'ending').flatMap(unwrap),
    hidden: children.flatMap((child) => {
      if (child.matches(HIDDEN_FIELD)) return [child as HTMLInputElement];
      return blanks.includes(child) ? [...child.querySelectorAll<HTMLInputElement>(HIDDEN_FIELD)] : [];
    }),
    blanks,
  };
}

/** Returns the survey JSON inside the element, including JSON that a text filter has wrapped. */
export function findJson(survey: Element): string | undefined {
  const scripts = survey.querySelectorAll('script[type="application/json"]');
  const isOwn = ({ parentElement: parent }: Element): boolean =>
    parent === survey || (parent?.parentElement === survey && isBlank(parent));
  return [...scripts].find(isOwn)?.textContent ?? undefined;
}

export function toAnswer({ name, value }: HTMLInputElement): Answer {
  return { name, kind: 'hidden', value };
}

/** Returns the values of all questions and hidden fields by name. */
export function valuesOf({ questions, hidden }: PageContent): ReadonlyMap<string, AnswerValue> {
  const answers = [...questions.flatMap((question) => question.answers), ...hidden.map(toAnswer)];
  return new Map(answers.map(({ name, value }) => [name, value]));
}

function toStep(element: HTMLElement, index: number): Step {
  const name = element.getAttribute('name') || element.id;
  const questions = [element, ...element.querySelectorAll<HTMLElement>('*')].filter(isQuestion);
  return { element, name, key: name || String(index), questions };
}

/** Moves a slot name to the wrapper that a text filter has inserted, because only children of the survey can be slotted. */
function liftSlot(wrapper: Element): void {
  const nodes = [...wrapper.childNodes];
  if (nodes.some((node) => node instanceof Text && node.data.trim())) return;
  const slots = new Set([...wrapper.children].filter((each) => !isBlank(each)).map(({ slot }) => slot));
  const [slot] = slots;
  if (slot && slots.size === 1) wrapper.slot = slot;
}

function unwrap(child: HTMLElement): HTMLElement[] {
  const inner = [...child.querySelectorAll<HTMLElement>(':scope > [slot]')];
  return inner.length > 0 ? inner : [child];
}

function isQuestion(element: HTMLElement): element is Question {
  return 'answers' in element && 'checkValidity' in element;
}
