import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeedError } from '../errors.ts';
import { parseExpression } from '../expressions/expression.ts';
import { compileFlow, type FlowSource, type FlowPath } from './flow.ts';
import { anyForwardSurvey, anyJumpySurvey, anyScores, type Values } from './test/any-flow.ts';
import { parseJumps } from './jumps.ts';

/** Finds the path through a survey step by step. The reference implementation. */
function follow({ steps, endings = [], hidden = [] }: FlowSource, values: Values): FlowPath {
  const asked = new Set<string>();
  const visited: number[] = [];
  const isTrue = (source: string): boolean =>
    parseExpression(source).evaluate((name) =>
      asked.has(name) || hidden.includes(name) ? values.get(name) : null,
    );
  let place = 0;
  while (place < steps.length) {
    const step = steps[place];
    let goesTo = place + 1;
    if (step && (step.showIf === undefined || isTrue(step.showIf))) {
      let isShown = step.questions.length === 0;
      for (const question of step.questions) {
        if (question.showIf !== undefined && !isTrue(question.showIf)) continue;
        asked.add(question.name);
        isShown = true;
      }
      if (isShown) {
        visited.push(place);
        const jump = (step.goTo === undefined ? [] : parseJumps(step.goTo)).find(
          ({ if: condition }) => !condition || isTrue(condition.source),
        );
        if (jump) goesTo = jump.to === 'end' ? steps.length : steps.findIndex(({ name }) => name === jump.to);
      }
    }
    place = goesTo;
  }
  const special = endings.findIndex(({ showIf }) => showIf !== undefined && isTrue(showIf));
  const fallback = endings.findIndex(({ showIf }) => showIf === undefined);
  const ending = special < 0 ? fallback : special;
  return { steps: visited, asked, ending: ending < 0 ? undefined : ending };
}

test('finds the same path as the reference implementation', () => {
  fc.assert(
    fc.property(anyForwardSurvey, anyScores, (survey, values) => {
      expect(compileFlow(survey).findPath(values)).toEqual(follow(survey, values));
    }),
    { numRuns: 3_000 },
  );
});

test('never repeats a step, always leads forward, and only asks questions of these steps', () => {
  fc.assert(
    fc.property(anyForwardSurvey, anyScores, (survey, values) => {
      const { steps, asked } = compileFlow(survey).findPath(values);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      const there = steps.flatMap((place) => survey.steps[place]?.questions.map(({ name }) => name) ?? []);
      expect(there).toEqual(expect.arrayContaining([...asked]));
    }),
    { numRuns: 2_000 },
  );
});

test('ignores the answers in abandoned branches', () => {
  fc.assert(
    fc.property(anyForwardSurvey, anyScores, anyScores, (survey, values, left) => {
      const flow = compileFlow(survey);
      const walk = flow.findPath(values);
      const others = [...left].filter(([name]) => !walk.asked.has(name) && name !== 'plan');
      expect(flow.findPath(new Map([...values, ...others]))).toEqual(walk);
      expect(flow.findPath(values)).toEqual(walk);
    }),
    { numRuns: 2_000 },
  );
});

test('rejects a jump exactly when it leads back, to its own step or to an unknown one', () => {
  fc.assert(
    fc.property(anyJumpySurvey, (survey) => {
      const leadsForward = survey.steps.every(({ goTo }, place) =>
        parseJumps(goTo ?? 'end').every(
          ({ to }) => to === 'end' || survey.steps.findIndex(({ name }) => name === to) > place,
        ),
      );
      try {
        compileFlow(survey);
        expect(leadsForward).toBe(true);
      } catch (error) {
        if (!(error instanceof HeedError)) throw error;
        expect(error.code).toBe('HEED_JUMP');
        expect(leadsForward).toBe(false);
      }
    }),
    { numRuns: 2_000 },
  );
});
