/** Builds surveys for tests and answers their questions. */
import type { Outcome, ResponseRecord } from '@heed/core';
import { clickOn, inside, mount, press, until, type TestElement } from '@heed/testing/suites/page';
import type { Question } from '../questions.ts';
import type { HeedSurvey } from '../survey.ts';

type Child = Element | string;

/** Creates an element with attributes and children. */
export function build(
  tag: string,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const csat = (attributes: Record<string, string> = {}): HTMLElement =>
  build('heed-csat', { name: 'satisfied', question: 'How satisfied are you?', ...attributes });
export const nps = (attributes: Record<string, string> = {}): HTMLElement =>
  build('heed-nps', { name: 'recommend', question: 'Would you recommend us?', ...attributes });
export const text = (attributes: Record<string, string> = {}): HTMLElement =>
  build('heed-text', { name: 'why', question: 'Why?', ...attributes });
export const choice = (attributes: Record<string, string> = {}): HTMLElement =>
  build(
    'heed-choice',
    { name: 'reason', question: 'What was it?', ...attributes },
    build('option', { value: 'price' }, 'The price'),
    build('option', { value: 'quality' }, 'The quality'),
  );

/** Renders a survey in the page. Its name is unique, because drafts are stored by name. */
export async function setUp(
  attributes: Record<string, string>,
  children: Child[],
  parent: Element = document.body,
): Promise<HeedSurvey> {
  const container = await mount('div', {}, parent);
  const survey = build('heed-survey', { survey: `survey-${Math.random()}`, ...attributes }, ...children);
  container.append(survey);
  await (survey as HeedSurvey).updateComplete;
  return survey as HeedSurvey;
}

export const question = (survey: Element, name: string): Question & TestElement => {
  const found = survey.querySelector<Question & TestElement>(`[name="${name}"]`);
  if (!found) throw new Error(`no question "${name}"`);
  return found;
};

export const part = (survey: Element, name: string): HTMLElement => inside(survey, `[part=${name}]`);
export const hasPart = (survey: Element, name: string): boolean =>
  survey.shadowRoot?.querySelector(`[part=${name}]`) !== null;

/** Clicks a step of a scale, or an option. */
export async function choose(survey: Element, name: string, value: number | string): Promise<void> {
  await clickOn(inside(question(survey, name), `input[value="${value}"]`));
  await (survey as HeedSurvey).updateComplete;
}

/** Answers by script, with the event that an answer of the user fires. */
export async function answer(survey: HeedSurvey, name: string, value: unknown): Promise<void> {
  question(survey, name).value = value;
  question(survey, name).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await survey.updateComplete;
}

/** Returns the names of the visible steps. */
export const shown = (survey: Element): string[] =>
  Array.from(survey.querySelectorAll<HTMLElement>(':scope > :not([slot], input, script)'))
    .filter((element) => element.checkVisibility())
    .map((element) => element.getAttribute('name') ?? element.id);

/** Presses Enter on a button and waits for the animation. Two clicks in one place would count as a double click. */
async function pressButton(survey: HeedSurvey, selector: string): Promise<void> {
  inside(survey, selector).focus();
  await press('Enter');
  await survey.updateComplete;
  await Promise.all(survey.getAnimations({ subtree: true }).map(({ finished }) => finished));
}

/** Presses "next" or "send". */
export const goNext = (survey: HeedSurvey): Promise<void> =>
  pressButton(survey, '[part=next], [part=submit]');
export const goBack = (survey: HeedSurvey): Promise<void> => pressButton(survey, '[part=back]');

/** Handles `heed-submit` with an outcome. Returns the records. */
export function collectRecords(survey: HeedSurvey, outcome: Outcome | Promise<Outcome>): ResponseRecord[] {
  const records: ResponseRecord[] = [];
  survey.addEventListener('heed-submit', (event) => {
    records.push(event.detail);
    event.respondWith(outcome);
  });
  return records;
}

/** Sends from the last step and waits for the outcome. */
export async function send(
  survey: HeedSurvey,
  outcome: Outcome = { state: 'sent' },
): Promise<ResponseRecord> {
  const records = collectRecords(survey, outcome);
  await goNext(survey);
  const record = (await until('the record', () => records[0])) as ResponseRecord;
  await until('the outcome', () => survey.matches(`:state(${outcome.state})`));
  await survey.updateComplete;
  return record;
}

export const valuesIn = ({ answers }: ResponseRecord): [string, unknown][] =>
  answers.map(({ name, value }) => [name, value]);

/** Returns the name of the focused question, or else the focused part of the survey. */
export const focused = (survey: Element): string =>
  survey.contains(document.activeElement) && document.activeElement !== survey
    ? (document.activeElement?.getAttribute('name') ?? '')
    : (survey.shadowRoot?.activeElement?.getAttribute('part') ?? '');
