import * as fc from 'fast-check';
import type { Operand } from '../../expressions/operand.ts';
import type { FlowSource, FlowStep } from '../flow.ts';

export type Values = ReadonlyMap<string, Operand>;

/** The maximum number of questions of a random survey, named `q0` and so on. */
const MOST_QUESTIONS = 24;
const HIDDEN = 'plan';

const anyScore = fc.integer({ min: 0, max: 10 });

/** A condition on one of these names. */
function conditionOn(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names);
  return fc.oneof(
    fc
      .tuple(name, fc.constantFrom('<=', '>', '=', '!='), anyScore)
      .map(([name, sign, score]) => `${name} ${sign} ${score}`),
    name.map((name) => `${name} is answered`),
    name.map((name) => `${name} is empty`),
  );
}

function maybe<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined, freq: 2 });
}

function namesBefore(count: number): string[] {
  return [HIDDEN, ...Array.from({ length: count }, (_, index) => `q${index}`)];
}

function anyStep(
  place: number,
  first: number,
  size: number,
  targets: readonly string[],
): fc.Arbitrary<FlowStep> {
  const after = conditionOn(namesBefore(first + size));
  const jump = fc.tuple(fc.constantFrom(...targets), after).map(([to, condition]) => `${to} if ${condition}`);
  const jumps = fc.oneof(
    fc.array(jump, { minLength: 1, maxLength: 3 }).map((all) => all.join('; ')),
    fc.constantFrom(...targets),
  );
  const questions = Array.from({ length: size }, (_, index) =>
    maybe(conditionOn(namesBefore(first + index))).map((showIf) => ({
      name: `q${first + index}`,
      kind: 'nps',
      showIf,
    })),
  );
  return fc.record({
    name: fc.constant(`s${place}`),
    showIf: maybe(conditionOn(namesBefore(first))),
    goTo: maybe(jumps),
    questions: fc.tuple(...questions),
  });
}

/** A survey whose jumps lead to the targets that `targetsOf` returns. */
function anySurvey(targetsOf: (place: number, count: number) => string[]): fc.Arbitrary<FlowSource> {
  return fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: MOST_QUESTIONS / 3 }).chain((sizes) => {
    let first = 0;
    const steps = sizes.map((size, place) => {
      const step = anyStep(place, first, size, targetsOf(place, sizes.length));
      first += size;
      return step;
    });
    const ending = maybe(conditionOn(namesBefore(first))).map((showIf) => ({ showIf }));
    return fc.record({
      steps: fc.tuple(...steps),
      endings: fc.array(ending, { maxLength: 3 }),
      hidden: fc.constant([HIDDEN]),
    });
  });
}

function namesOfSteps(from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => `s${from + index}`);
}

/** A valid survey. */
export const anyForwardSurvey = anySurvey((place, count) => [...namesOfSteps(place + 1, count), 'end']);

/** A survey whose jumps may lead back, to their own step, or to an unknown one. */
export const anyJumpySurvey = anySurvey((_, count) => [...namesOfSteps(0, count + 1), 'end']);

export const anyScores: fc.Arbitrary<Values> = fc
  .tuple(
    ...namesBefore(MOST_QUESTIONS).map((name) =>
      fc.option(anyScore).map((score): [string, Operand] => [name, score]),
    ),
  )
  .map((entries) => new Map(entries));
