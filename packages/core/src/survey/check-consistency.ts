import { HeedError } from '../errors.ts';
import { parseExpression } from '../expressions/expression.ts';
import { parseJumps } from '../flow/jumps.ts';
import { parseRecall } from '../flow/recall.ts';
import { KINDS, type Kind } from '../record/kinds.ts';
import type { AnswerKind } from '../record/record.ts';
import type { Report } from '../validation/problems.ts';
import type { CsatQuestion, SurveyDefinition, SurveyQuestion, SurveyStep } from './definition.ts';
import { isQuestion, languagesOf, nameOf, textsOf } from './flow-source.ts';

/** The maximum number of answers in a record. */
const MAX_QUESTIONS = 500;
const MAX_SCALE_STEPS = 11;
const END = 'end';

/** The number of thumbs of a CSAT question. */
const THUMBS = 2;

type Kinds = Map<string, AnswerKind>;

/** The members of a question whose answer is a number, including the range of its kind. */
type RangeMembers = Pick<CsatQuestion, 'display' | 'value' | 'max'> & { min?: number };

/** Checks what a JSON Schema cannot express: known names, valid expressions and consistent limits. */
export function checkConsistency(survey: SurveyDefinition, report: Report): void {
  const { hidden = {}, heading = '', welcome, steps, endings = [], prefill = [] } = survey;
  const count = steps.flatMap(({ items }) => items.filter(isQuestion)).length + Object.keys(hidden).length;
  // Checked first, because the more names are known, the longer each further problem takes.
  if (count > MAX_QUESTIONS) {
    return report('/steps', `at most ${MAX_QUESTIONS} questions and hidden fields together`, steps);
  }
  const kinds: Kinds = new Map(Object.keys(hidden).map((name) => [name, 'hidden']));
  if (welcome) checkTexts(textsOf(welcome.items), '/welcome/items', kinds, report);
  const stepIndexes = indexSteps(steps, report);
  steps.forEach((step, index) => checkStep(step, index, { kinds, stepIndexes, report }));
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
  /** The kinds of the names that are known so far. */
  kinds: Kinds;
  /** The indexes of the steps by name. */
  stepIndexes: ReadonlyMap<string, number>;
  report: Report;
}

function indexSteps(steps: readonly SurveyStep[], report: Report): Map<string, number> {
  const stepIndexes = new Map([[END, steps.length]]);
  steps.forEach((step, index) => {
    const name = nameOf(step);
    if (name === undefined) return;
    const path = `/steps/${index}${step.name === undefined ? '/items/0' : ''}/name`;
    if (stepIndexes.has(name)) report(path, 'a unique step name other than "end"', name);
    else stepIndexes.set(name, index);
  });
  return stepIndexes;
}

function checkStep(step: SurveyStep, index: number, { kinds, stepIndexes, report }: Context): void {
  const path = `/steps/${index}`;
  checkExpression(step.showIf, `${path}/showIf`, kinds, report);
  step.items.forEach((item, place) => {
    if (isQuestion(item)) checkQuestion(item, `${path}/items/${place}`, kinds, report);
  });
  step.items.forEach((item, place) => checkTexts(textsOf([item]), `${path}/items/${place}`, kinds, report));
  const jumps = attempt(() => parseJumps(step.goTo ?? END, kinds), `${path}/goTo`, step.goTo, report);
  for (const { to } of jumps ?? []) {
    if ((stepIndexes.get(to) ?? -1) <= index)
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
    case 'choice': {
      const { options, multiple, min = 1, max = options.length + 1 } = question;
      checkDistinct(
        options.map(({ value }) => value),
        `${path}/options`,
        'value',
        report,
      );
      if ((question.min || question.max) && !multiple)
        report(`${path}/multiple`, 'true, because min and max are set', multiple);
      if (min > max) report(`${path}/min`, `a number of at most ${max}`, min);
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
      if (max <= min || max - min >= MAX_SCALE_STEPS)
        report(`${path}/max`, 'a number that makes 2 to 11 steps from min', max);
      break;
    }
    default:
      checkRange(question, path, report);
  }
}

/** Checks the range and the initial value of a question whose answer is a number. */
function checkRange(question: SurveyQuestion, path: string, report: Report): void {
  const kind: Kind = KINDS[question.kind];
  if (kind.type !== 'integer' && kind.type !== 'number') return;
  const { display, value, min = -Infinity, max = Infinity } = { ...kind, ...question } as RangeMembers;
  const highest = display === 'thumbs' ? THUMBS : max;
  if (min >= highest) report(`${path}/max`, `a number greater than ${min}`, max);
  else if (value !== undefined && (value < min || value > highest))
    report(`${path}/value`, `a number from ${min} to ${highest}`, value);
}

function checkDistinct(values: readonly string[], path: string, member: string, report: Report): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) report(`${path}/${index}/${member}`, 'a unique value', value);
  });
}

function checkExpression(source: string | undefined, path: string, kinds: Kinds, report: Report): void {
  if (source !== undefined) attempt(() => parseExpression(source, kinds), path, source, report);
}

function checkTexts(texts: readonly string[], path: string, kinds: Kinds, report: Report): void {
  for (const text of texts) attempt(() => parseRecall(text, kinds), path, text, report);
}

/** Returns the result. If it throws because of the survey's content, reports a problem and returns undefined. */
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
    // A problem never contains text of a survey, so it omits the excerpt of the source.
    report(path, `${error.expected} at column ${error.column}`, source);
    return undefined;
  }
}
