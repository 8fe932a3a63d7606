import { parseExpression, type Expression } from '../expressions/expression.ts';
import type { Operand } from '../expressions/operand.ts';
import { createValueError } from '../value-error.ts';
import type { AnswerKind } from '../record/record.ts';
import { parseJumps } from './jumps.ts';
import { parseRecall } from './recall.ts';

/** The jump target that ends the survey. No step may have this name. */
const END = 'end';

export interface FlowQuestion {
  name: string;
  kind: AnswerKind;
  /** A condition on earlier answers. If absent, the question is always asked. */
  showIf?: string | undefined;
}

/** A step of a survey, which is shown as a whole. */
export interface FlowStep {
  /** The name that jumps refer to. */
  name?: string | undefined;
  /** Empty if the step contains only texts. */
  questions: readonly FlowQuestion[];
  showIf?: string | undefined;
  /** Jumps, see {@link parseJumps}. Defaults to the next step. */
  goTo?: string | undefined;
  /** The texts of the step, whose recalled names are validated. */
  texts?: readonly string[] | undefined;
}

export interface FlowEnding {
  /** A condition. If absent, the ending is shown when no other one matches. */
  showIf?: string | undefined;
  texts?: readonly string[] | undefined;
}

/** The parts of a survey that determine its order. */
export interface FlowSource {
  steps: readonly FlowStep[];
  endings?: readonly FlowEnding[] | undefined;
  /** The names of hidden fields, which are known from the start. */
  hidden?: readonly string[] | undefined;
}

/** The path through a survey for a set of answers. */
export interface FlowPath {
  /** The indexes of the steps on the path, in order. */
  steps: readonly number[];
  /** The names of the questions on the path. Answers to other questions belong to an abandoned branch. */
  asked: ReadonlySet<string>;
  /** The index of the ending, or undefined if none matches. */
  ending: number | undefined;
}

export interface Flow {
  /**
   * Returns the path for a set of answers. Conditions only see questions on this path. No path contains a step twice.
   */
  findPath(values: ReadonlyMap<string, Operand>): FlowPath;
}

type Kinds = Map<string, AnswerKind>;

interface Conditional {
  /** Absent if the condition is always true. */
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
 * Compiles the conditions, jumps and recalled names of a survey.
 *
 * @throws HeedError `HEED_EXPRESSION` for an invalid source; `HEED_NAME` for a duplicate name, or a name that is
 *   unknown where it is used; `HEED_JUMP` for a jump that does not lead forward
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
  const isTrue = ({ condition }: Conditional): boolean => !condition || condition.evaluate(lookup);
  for (const step of steps) {
    if (step.place < next || !isTrue(step)) continue;
    // In order, because a question can depend on an earlier one in the same step.
    const questions = step.questions.filter((question) => isTrue(question) && asked.add(question.name));
    if (step.questions.length > 0 && questions.length === 0) continue;
    shown.push(step.place);
    next = step.jumps.find(isTrue)?.place ?? 0;
  }
  return { steps: shown, asked, ending: endings.find(isTrue)?.place };
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
    jumps: jumps.map(({ to, if: condition }) => ({ condition, place: findLaterStep(to, place, places) })),
  };
}

/** Parses the condition, and only validates the recalled names. */
function readParts({ showIf, texts = [] }: FlowEnding, kinds: Kinds): Expression | undefined {
  for (const text of texts) parseRecall(text, kinds);
  return showIf === undefined ? undefined : parseExpression(showIf, kinds);
}

/** Jumps only lead forward, so that a survey cannot loop. */
function findLaterStep(to: string, from: number, places: ReadonlyMap<string, number>): number {
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
