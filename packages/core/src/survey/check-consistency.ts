import { HeedError } from '../errors.ts';
import { parseExpression } from '../expressions/expression.ts';
import { parseJumps } from '../flow/jumps.ts';
import { parseRecall } from '../flow/recall.ts';
import type { AnswerKind } from '../record/record.ts';
import type { Report } from '../validation/problems.ts';
import type { SurveyDefinition, SurveyQuestion, SurveyStep } from './definition.ts';
import { isQuestion, languagesOf, nameOf, textsOf } from './flow-source.ts';

/** As many as a record holds. */
const MAX_QUESTIONS = 500;
const MAX_SCALE_STEPS = 11;
const END = 'end';

type Kinds = Map<string, AnswerKind>;

/** What no schema can say: names that are known, expressions that can be read, limits that fit each other. */
export function checkConsistency(survey: SurveyDefinition, report: Report): void {
  const { hidden = {}, heading = '', welcome, steps, endings = [], prefill = [] } = survey;
  const count = steps.flatMap(({ items }) => items.filter(isQuestion)).length + Object.keys(hidden).length;
  // First of all: each further mistake takes the longer the more names are known.
  if (count > MAX_QUESTIONS) {
    return report('/steps', `at most ${MAX_QUESTIONS} questions and hidden fields together`, steps);
  }
  const kinds: Kinds = new Map(Object.keys(hidden).map((name) => [name, 'hidden']));
  if (welcome) checkTexts(textsOf(welcome.items), '/welcome/items', kinds, report);
  const places = placesOf(steps, report);
  steps.forEach((step, index) => checkStep(step, index, { kinds, places, report }));
  endings.forEach(({ showIf, items }, index) => {
    const path = `/endings/${index}`;
    checkExpression(showIf, `${path}/showIf`, kinds, report);
    checkTexts(textsOf(items), `${path}/items`, kinds, report);
  });
  checkTexts(languagesOf(heading), '/heading', kinds, report);
  prefill.forEach((name, index) => {
    if (!kinds.has(name)) report(`/prefill/${index}`, 'the name of a question or of a hidden field', name);
  });
}

interface Context {
  /** What is known so far. */
  kinds: Kinds;
  /** Of the steps by their names. */
  places: ReadonlyMap<string, number>;
  report: Report;
}

function placesOf(steps: readonly SurveyStep[], report: Report): Map<string, number> {
  const places = new Map([[END, steps.length]]);
  steps.forEach((step, index) => {
    const name = nameOf(step);
    if (name === undefined) return;
    const path = `/steps/${index}${step.name === undefined ? '/items/0' : ''}/name`;
    if (places.has(name)) report(path, 'a unique step name other than "end"', name);
    else places.set(name, index);
  });
  return places;
}

function checkStep(step: SurveyStep, index: number, { kinds, places, report }: Context): void {
  const path = `/steps/${index}`;
  checkExpression(step.showIf, `${path}/showIf`, kinds, report);
  step.items.forEach((item, place) => {
    if (isQuestion(item)) checkQuestion(item, `${path}/items/${place}`, kinds, report);
  });
  step.items.forEach((item, place) => checkTexts(textsOf([item]), `${path}/items/${place}`, kinds, report));
  const jumps = attempt(() => parseJumps(step.goTo ?? END, kinds), `${path}/goTo`, step.goTo, report);
  for (const { to } of jumps ?? []) {
    if ((places.get(to) ?? -1) <= index)
      report(`${path}/goTo`, 'the name of a later step, or "end"', step.goTo);
  }
}

function checkQuestion(question: SurveyQuestion, path: string, kinds: Kinds, report: Report): void {
  const { name, kind, showIf } = question;
  checkExpression(showIf, `${path}/showIf`, kinds, report);
  if (kinds.has(name)) report(`${path}/name`, 'a unique name for each question and hidden field', name);
  kinds.set(name, kind);
  checkLimits(question, path, report);
}

function checkLimits(question: SurveyQuestion, path: string, report: Report): void {
  switch (question.kind) {
    case 'csat': {
      const { display, value = 1 } = question;
      const max = display === 'thumbs' ? 2 : (question.max ?? 5);
      if (value > max) report(`${path}/value`, `a whole number from 1 to ${max}`, value);
      break;
    }
    case 'choice': {
      const { options, multiple, min = 1, max = options.length + 1 } = question;
      checkDistinct(
        options.map(({ value }) => value),
        `${path}/options`,
        'value',
        report,
      );
      if ((question.min || question.max) && !multiple)
        report(`${path}/multiple`, 'true, as min and max need it', multiple);
      if (min > max) report(`${path}/min`, `at most ${max}`, min);
      break;
    }
    case 'text': {
      const { minLength = 1, maxLength = Infinity, counter } = question;
      if (minLength > maxLength) report(`${path}/minLength`, 'no more than maxLength', minLength);
      if (counter && maxLength === Infinity)
        report(`${path}/maxLength`, 'a limit for the counter', undefined);
      break;
    }
    case 'matrix': {
      const { statements, min = 1, max = 7 } = question;
      checkDistinct(
        statements.map((row) => row.name),
        `${path}/statements`,
        'name',
        report,
      );
      if (max <= min || max - min >= MAX_SCALE_STEPS) report(`${path}/max`, '2 to 11 steps from min on', max);
      break;
    }
    default:
  }
}

function checkDistinct(values: readonly string[], path: string, member: string, report: Report): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index)
      report(`${path}/${index}/${member}`, 'another one than those before', value);
  });
}

function checkExpression(source: string | undefined, path: string, kinds: Kinds, report: Report): void {
  if (source !== undefined) attempt(() => parseExpression(source, kinds), path, source, report);
}

function checkTexts(texts: readonly string[], path: string, kinds: Kinds, report: Report): void {
  for (const text of texts) attempt(() => parseRecall(text, kinds), path, text, report);
}

/** What it makes; undefined, with a problem, when the author has made a mistake. */
function attempt<Result>(
  read: () => Result,
  path: string,
  source: unknown,
  report: Report,
): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HeedError)) throw error;
    // A problem never contains the text of a survey, so it omits the excerpt of the source.
    report(path, `${error.expected} at column ${error.column}`, source);
    return undefined;
  }
}
