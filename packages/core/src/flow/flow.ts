import { parseExpression, type Expression } from '../expressions/expression.ts';
import type { Operand } from '../expressions/operand.ts';
import { createValueError } from '../value-error.ts';
import type { AnswerKind } from '../record/record.ts';
import { parseJumps } from './jumps.ts';
import { parseRecall } from './recall.ts';

/** The name by which jumps find the end. No step may have it. */
const END = 'end';

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
export interface FlowPath {
  /** Places of the steps on the way, in order. */
  steps: readonly number[];
  /** The questions on the way. Whatever else was answered belongs to an abandoned branch. */
  asked: ReadonlySet<string>;
  /** The place of the ending; undefined when none fits. */
  ending: number | undefined;
}

export interface Flow {
  /** The same values lead the same way, and never to a step twice. Conditions see what was asked on this way only. */
  findPath(values: ReadonlyMap<string, Operand>): FlowPath;
}

type Kinds = Map<string, AnswerKind>;

interface Conditional {
  /** Absent when it always holds. */
  condition?: Expression | undefined;
}

interface Target extends Conditional {
  place: number;
}

interface CompiledStep extends Target {
  questions: (Conditional & { name: string })[];
  jumps: Target[];
}

/**
 * Checks the conditions, jumps and recalled names of a survey, and finds the way through it.
 *
 * @throws HeedError `HEED_EXPRESSION`; `HEED_NAME` for a name that is used twice, or that is not known where it is used;
 *   `HEED_JUMP` for a jump that does not lead forward
 */
export function compileFlow({ steps, endings = [], hidden = [] }: FlowSource): Flow {
  const kinds: Kinds = new Map();
  for (const name of hidden) addName(kinds, name, 'hidden');
  const places = new Map([[END, steps.length]]);
  steps.forEach(({ name }, place) => {
    if (name !== undefined) addName(places, name, place);
  });
  const compiledSteps = steps.map((step, place) => compileStep(step, place, places, kinds));
  const compiledEndings = endings
    .map((ending, place) => ({ place, condition: readParts(ending, kinds) }))
    .sort((one, other) => Number(!one.condition) - Number(!other.condition));
  const known = new Set(hidden);
  return { findPath: (values) => findPath(compiledSteps, compiledEndings, known, values) };
}

function findPath(
  steps: readonly CompiledStep[],
  endings: readonly Target[],
  hidden: ReadonlySet<string>,
  values: ReadonlyMap<string, Operand>,
): FlowPath {
  const asked = new Set<string>();
  const shown: number[] = [];
  let next = 0;
  const lookup = (name: string): Operand =>
    asked.has(name) || hidden.has(name) ? values.get(name) : undefined;
  const holds = ({ condition }: Conditional): boolean => !condition || condition.evaluate(lookup);
  for (const step of steps) {
    if (step.place < next || !holds(step)) continue;
    // One after the other, because a question may depend on the one before it in the same step.
    const questions = step.questions.filter((question) => holds(question) && asked.add(question.name));
    if (step.questions.length > 0 && questions.length === 0) continue;
    shown.push(step.place);
    next = step.jumps.find(holds)?.place ?? 0;
  }
  return { steps: shown, asked, ending: endings.find(holds)?.place };
}

function compileStep(
  { showIf, questions, goTo, texts }: FlowStep,
  place: number,
  places: ReadonlyMap<string, number>,
  kinds: Kinds,
): CompiledStep {
  const condition = readParts({ showIf }, kinds);
  const compiledQuestions = questions.map((question) => {
    const condition = readParts(question, kinds);
    addName(kinds, question.name, question.kind);
    return { name: question.name, condition };
  });
  readParts({ texts }, kinds);
  const jumps = goTo === undefined ? [] : parseJumps(goTo, kinds);
  return {
    place,
    condition,
    questions: compiledQuestions,
    jumps: jumps.map(({ to, if: condition }) => ({ condition, place: findLater(to, place, places) })),
  };
}

/** The recalled names are only checked here. */
function readParts({ showIf, texts = [] }: FlowEnding, kinds: Kinds): Expression | undefined {
  for (const text of texts) parseRecall(text, kinds);
  return showIf === undefined ? undefined : parseExpression(showIf, kinds);
}

/** Forward only, so that no survey can go round in circles. */
function findLater(to: string, from: number, places: ReadonlyMap<string, number>): number {
  const place = places.get(to) ?? -1;
  if (place > from) return place;
  throw createValueError('HEED_JUMP', `go-to of step ${from + 1}`, {
    expected: '"end" or a later step',
    got: `"${to}"`,
  });
}

function addName<Value>(names: Map<string, Value>, name: string, value: Value): void {
  if (names.has(name))
    throw createValueError('HEED_NAME', 'survey', { expected: 'a unique name', got: `"${name}" twice` });
  names.set(name, value);
}
