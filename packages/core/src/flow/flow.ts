import { parseExpression, type Expression } from '../expressions/expression.ts';
import type { Operand } from '../expressions/operand.ts';
import { HeedError } from '../errors.ts';
import type { AnswerKind } from '../record/record.ts';
import { parseJumps } from './jumps.ts';
import { parseRecall } from './recall.ts';

/** The name by which jumps find the end. No step may have it. */
const END = 'end';
const FIELDS = 'question and hidden field';

export interface FlowQuestion {
  name: string;
  kind: AnswerKind;
  /** A condition on what was asked before. Absent means that it is always asked. */
  showIf?: string | undefined;
}

/** What is shown at once. */
export interface FlowStep {
  /** By which jumps find it. */
  name?: string | undefined;
  /** None for a step that only tells something. */
  questions: readonly FlowQuestion[];
  showIf?: string | undefined;
  /** Jumps, see {@link parseJumps}. Absent means the next step. */
  goTo?: string | undefined;
  /** What is said in it, to be checked for the names that it recalls. */
  texts?: readonly string[] | undefined;
}

export interface FlowEnding {
  /** Absent for the ending that is shown when no other one is. */
  showIf?: string | undefined;
  texts?: readonly string[] | undefined;
}

/** A survey as far as its order goes. */
export interface FlowSource {
  steps: readonly FlowStep[];
  endings?: readonly FlowEnding[] | undefined;
  /** Fields that the page fills, known from the start. */
  hidden?: readonly string[] | undefined;
}

/** The way through a survey that some values lead. */
export interface Walk {
  /** Places of the steps on the way, in order. */
  steps: readonly number[];
  /** The questions on the way. Whatever else was answered belongs to an abandoned branch. */
  asked: ReadonlySet<string>;
  /** The place of the ending; undefined when none fits. */
  ending: number | undefined;
}

export interface Flow {
  /** The same values lead the same way, and never to a step twice. Conditions see what was asked on this way only. */
  walk(values: ReadonlyMap<string, Operand>): Walk;
}

type Kinds = Map<string, AnswerKind>;

interface Conditional {
  /** Absent when it always holds. */
  condition?: Expression | undefined;
}

interface CompiledStep extends Conditional {
  questions: (Conditional & { name: string })[];
  jumps: (Conditional & { place: number })[];
}

/**
 * Checks the conditions, jumps and recalled names of a survey, and finds the way through it.
 *
 * @throws HeedError `HEED_EXPRESSION`; `HEED_NAME` for a name that is used twice, or that is not known where it is used;
 *   `HEED_JUMP` for a jump that does not lead forward
 */
export function compileFlow({ steps, endings = [], hidden = [] }: FlowSource): Flow {
  const kinds: Kinds = new Map();
  for (const name of hidden) addName(kinds, name, 'hidden', FIELDS);
  const places = placesOf(steps);
  const compiledSteps = steps.map((step, place) => compileStep(step, place, places, kinds));
  const compiledEndings = endings.map(({ showIf, texts }) => {
    checkTexts(texts, kinds);
    return { condition: compileCondition(showIf, kinds) };
  });
  const known = new Set(hidden);
  return { walk: (values) => walk(compiledSteps, compiledEndings, known, values) };
}

function walk(
  steps: readonly CompiledStep[],
  endings: readonly Conditional[],
  hidden: ReadonlySet<string>,
  values: ReadonlyMap<string, Operand>,
): Walk {
  const asked = new Set<string>();
  const shown: number[] = [];
  let next = 0;
  const lookup = (name: string): Operand =>
    asked.has(name) || hidden.has(name) ? values.get(name) : undefined;
  const holds = ({ condition }: Conditional): boolean => !condition || condition.evaluate(lookup);
  for (const [place, step] of steps.entries()) {
    if (place < next || !holds(step)) continue;
    // One after the other, because a question may depend on the one before it in the same step.
    const questions = step.questions.filter((question) => holds(question) && asked.add(question.name));
    if (step.questions.length > 0 && questions.length === 0) continue;
    shown.push(place);
    next = step.jumps.find(holds)?.place ?? place;
  }
  const special = endings.findIndex((ending) => ending.condition && holds(ending));
  const ending = special < 0 ? endings.findIndex(holds) : special;
  return { steps: shown, asked, ending: ending < 0 ? undefined : ending };
}

function compileStep(
  step: FlowStep,
  place: number,
  places: ReadonlyMap<string, number>,
  kinds: Kinds,
): CompiledStep {
  const condition = compileCondition(step.showIf, kinds);
  const questions = step.questions.map(({ name, kind, showIf }) => {
    const condition = compileCondition(showIf, kinds);
    addName(kinds, name, kind, FIELDS);
    return { name, condition };
  });
  checkTexts(step.texts, kinds);
  const jumps = step.goTo === undefined ? [] : parseJumps(step.goTo, kinds);
  return {
    condition,
    questions,
    jumps: jumps.map(({ to, if: condition }) => ({ place: placeOf(to, place, places), condition })),
  };
}

function compileCondition(source: string | undefined, kinds: Kinds): Expression | undefined {
  return source === undefined ? undefined : parseExpression(source, kinds);
}

function checkTexts(texts: readonly string[] | undefined, kinds: Kinds): void {
  for (const text of texts ?? []) parseRecall(text, kinds);
}

function placesOf(steps: readonly FlowStep[]): ReadonlyMap<string, number> {
  const places = new Map([[END, steps.length]]);
  for (const [place, { name }] of steps.entries())
    if (name !== undefined) addName(places, name, place, 'step and the end');
  return places;
}

function placeOf(to: string, from: number, places: ReadonlyMap<string, number>): number {
  const place = places.get(to);
  if (place !== undefined && place > from) return place;
  const later = [...places].flatMap(([name, place]) => (place > from ? `"${name}"` : []));
  const got = `"${to}"${place === undefined ? '' : ', which would make a cycle'}`;
  throw new HeedError(
    'HEED_JUMP',
    `go-to of step ${from + 1}: expected a later step (${later.join(', ').slice(0, 200)}), got ${got}`,
  );
}

function addName<Value>(names: Map<string, Value>, name: string, value: Value, owners: string): void {
  if (names.has(name)) {
    throw new HeedError('HEED_NAME', `expected a name of its own for each ${owners}, got "${name}" twice`);
  }
  names.set(name, value);
}
