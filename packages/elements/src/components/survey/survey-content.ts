import { isBlank } from '../../shared/light-dom/blank.ts';
import { MADE } from '../../shared/light-dom/markers.ts';
import type { Content, Question, Step } from './questions.ts';

const NO_STEP = '[slot], script, style, template, noscript, meta, link, input[type=hidden]';
/** What an author has given a part in the survey is a step, also while it is empty. */
const PLACED = `[name]:not(a), [show-if], [go-to], [${MADE}]`;
const FIELD = 'input[type=hidden][name]';

/** What stands inside the tag of a survey now. */
export function readContent(survey: Element): Content {
  for (const wrapper of survey.querySelectorAll(':scope > :is(p, ins):not([slot])')) liftSlot(wrapper);
  const children = [...survey.querySelectorAll<HTMLElement>(':scope > *')];
  const candidates = children.filter((child) => !child.matches(NO_STEP));
  const blanks = candidates.filter((child) => !child.matches(PLACED) && isBlank(child));
  const steps = candidates
    .filter((child) => !blanks.includes(child))
    .map(toStep)
    .filter(({ element, questions }) => questions.length > 0 || !element.matches('font'));
  return {
    steps,
    questions: steps.flatMap(({ questions }) => questions),
    endings: children.filter((child) => child.slot === 'ending').flatMap(unwrap),
    hidden: children.flatMap((child) => {
      if (child.matches(FIELD)) return [child as HTMLInputElement];
      return blanks.includes(child) ? [...child.querySelectorAll<HTMLInputElement>(FIELD)] : [];
    }),
    blanks,
  };
}

/** A survey as JSON, which a text filter may have wrapped, too. */
export function findJson(survey: Element): string | undefined {
  const scripts = survey.querySelectorAll('script[type="application/json"]');
  const holds = ({ parentElement: parent }: Element): boolean =>
    parent === survey || (parent?.parentElement === survey && isBlank(parent));
  return [...scripts].find(holds)?.textContent ?? undefined;
}

function toStep(element: HTMLElement, index: number): Step {
  const name = element.getAttribute('name') || element.id;
  const questions = [element, ...element.querySelectorAll<HTMLElement>('*')].filter(isQuestion);
  return { element, name, key: name || String(index), questions };
}

/** A slot takes children alone: what a text filter has put around one goes where that belongs. */
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
