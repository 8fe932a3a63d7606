import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createHistory,
  recordMoment,
  recordVisit,
  promptPastOf,
  readHistory,
  writeHistory,
  type History,
  type Moment,
} from './history.ts';
import { evaluateRules, type PromptRules, type RuleResult } from './evaluate-rules.ts';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const YEAR = 365 * DAY;

const rulesOf = ({
  rest,
  ...rules
}: Partial<Omit<PromptRules, 'rest'>> & { rest?: object } = {}): PromptRules => ({
  name: 'a',
  sample: 1,
  max: Infinity,
  maxPerSession: Infinity,
  quiet: 0,
  ...rules,
  rest: { shown: 0, answered: 0, dismissed: 0, later: 0, ...rest },
});
const resultOf = (history: History, rules: PromptRules, rule: RuleResult['rule'], now = NOW): RuleResult => {
  const found = evaluateRules(history, rules, now).find((result) => result.rule === rule);
  if (!found) throw new Error(`no result of ${rule}`);
  return found;
};
const isAllowed = (history: History, rules: PromptRules, now: number): boolean =>
  evaluateRules(history, rules, now).every(({ ok }) => ok);
const after = (moment: Moment, name = 'a'): History => {
  const history = createHistory();
  recordVisit(history, NOW);
  recordMoment(history, name, moment, NOW);
  return history;
};

test('returns a result with a reason for each rule', () => {
  expect(evaluateRules(createHistory(), rulesOf({ max: 2 }), NOW)).toEqual([
    { rule: 'sample', ok: true, reason: '100% of users are asked, including this one.' },
    { rule: 'max', ok: true, reason: 'Shown 0 times, at most 2.' },
    { rule: 'session', ok: true, reason: 'Shown 0 times in this visit, without a limit.' },
    { rule: 'rest', ok: true, reason: 'No rest period is active.' },
    { rule: 'quiet', ok: true, reason: 'No rest period is active.' },
  ]);
});

test.each(['shown', 'answered', 'dismissed', 'later'] as const)('rests after it was %s', (moment) => {
  const history = after(moment);
  const rules = rulesOf({ rest: { [moment]: 7 * DAY } });
  expect(resultOf(history, rules, 'rest', NOW + 7 * DAY - 1)).toMatchObject({
    ok: false,
    until: NOW + 7 * DAY,
  });
  expect(resultOf(history, rules, 'rest', NOW + 7 * DAY).ok).toBe(true);
});

test('uses the rest period that ends last', () => {
  const history = after('answered');
  recordMoment(history, 'a', 'dismissed', NOW + DAY);
  const rules = rulesOf({ rest: { answered: 90 * DAY, dismissed: 30 * DAY } });
  expect(resultOf(history, rules, 'rest', NOW + 40 * DAY)).toEqual({
    rule: 'rest',
    ok: false,
    reason: 'A rest period is active, because it was answered.',
    until: NOW + 90 * DAY,
  });
});

test('never opens again after a rest of Infinity, and returns no time', () => {
  const rules = rulesOf({ rest: { answered: Infinity } });
  const found = resultOf(after('answered'), rules, 'rest', NOW + 100 * YEAR);
  expect(found.ok).toBe(false);
  expect(found).not.toHaveProperty('until');
});

test('stays closed for the quiet period after any prompt of the site', () => {
  const history = after('shown', 'another');
  expect(resultOf(history, rulesOf({ quiet: DAY }), 'quiet', NOW + DAY - 1)).toMatchObject({
    until: NOW + DAY,
  });
  expect(resultOf(history, rulesOf({ quiet: DAY }), 'quiet', NOW + DAY).ok).toBe(true);
});

test('counts only this visit for a limit per session', () => {
  const history = after('shown');
  const rules = rulesOf({ maxPerSession: 1 });
  expect(resultOf(history, rules, 'session').ok).toBe(false);
  recordVisit(history, NOW + DAY);
  expect(resultOf(history, rules, 'session', NOW + DAY).ok).toBe(true);
});

describe('sampling', () => {
  const drawn = (draw: number): History => {
    const history = createHistory();
    history.prompts.set('a', { ...promptPastOf(history, 'a'), draw });
    return history;
  };

  test('asks users below the share, also when the share grows', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), share(), share(), (draw, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const isAsked = (sample: number): boolean => resultOf(drawn(draw), rulesOf({ sample }), 'sample').ok;
        expect(!isAsked(small) || isAsked(large)).toBe(true);
        expect(isAsked(small)).toBe(isAsked(small));
      }),
    );
  });

  test('asks the given share of users', () => {
    const random = seeded(20261122);
    for (const sample of [0.01, 0.25, 0.5, 0.9]) {
      const users = 20_000;
      let asked = 0;
      for (let index = 0; index < users; index++)
        if (resultOf(drawn(random()), rulesOf({ sample }), 'sample').ok) asked++;
      // Five standard deviations.
      const margin = 5 * Math.sqrt((sample * (1 - sample)) / users);
      expect(Math.abs(asked / users - sample)).toBeLessThan(margin);
    }
  });

  test('asks everybody at 100 % and nobody at 0 %, whatever number was drawn', () => {
    expect(resultOf(drawn(1), rulesOf({ sample: 1 }), 'sample').ok).toBe(true);
    expect(resultOf(drawn(0), rulesOf({ sample: 0 }), 'sample').ok).toBe(false);
  });

  test('asks nobody without a drawn number', () => {
    expect(resultOf(createHistory(), rulesOf({ sample: 0.5 }), 'sample').ok).toBe(false);
  });
});

const span = fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.integer({ min: 0, max: 120 * DAY }));
const anyRules = fc.record({
  max: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Infinity)),
  maxPerSession: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(Infinity)),
  quiet: span,
  rest: fc.record({ shown: span, answered: span, dismissed: span, later: span }),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('pass' as const), ms: span }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('try' as const), name: fc.constantFrom('a', 'b') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('answered' as const, 'dismissed' as const, 'later' as const),
      name: fc.constantFrom('a', 'b'),
    }),
  },
);
const jump = fc.record({
  act: fc.constant('jump' as const),
  ms: fc.integer({ min: -30 * YEAR, max: 30 * YEAR }),
});
type Step = { act: 'pass' | 'jump'; ms: number } | { act: 'try' | Exclude<Moment, 'shown'>; name: string };

interface Showing {
  name: string;
  visit: number;
  /** The time of a clock that is never wrong. */
  at: number;
}

/** Simulates many visits of a user, each in another page that reads the stored history. */
function live(rules: PromptRules, steps: readonly Step[]) {
  let clock = NOW;
  let real = NOW;
  let jumps = 0;
  let kept = '';
  const shown: Showing[] = [];
  const moments: { name: string; moment: Moment; at: number }[] = [];
  for (const step of steps) {
    if (step.act === 'pass') real += step.ms;
    if (step.act === 'jump') jumps++;
    if ('ms' in step) {
      // No device has a time before 1970.
      clock = Math.max(0, clock + step.ms);
      continue;
    }
    const history = readHistory(kept, clock) ?? createHistory();
    recordVisit(history, clock);
    const moment = step.act === 'try' ? 'shown' : step.act;
    if (step.act !== 'try' || isAllowed(history, { ...rules, name: step.name }, clock)) {
      recordMoment(history, step.name, moment, clock);
      moments.push({ name: step.name, moment, at: real });
      if (moment === 'shown') shown.push({ name: step.name, visit: history.visits, at: real });
    }
    kept = writeHistory(history);
  }
  return { shown, moments, jumps, kept, clock, elapsed: real - NOW };
}

describe('over many visits', () => {
  test('never exceeds the limits in total and per session, whatever the clock does', () => {
    fc.assert(
      fc.property(anyRules, fc.array(fc.oneof(step, step, jump), { maxLength: 60 }), (limits, steps) => {
        const rules = rulesOf(limits);
        const { shown } = live(rules, steps);
        for (const name of ['a', 'b']) {
          const own = shown.filter((one) => one.name === name);
          expect(own.length).toBeLessThanOrEqual(rules.max);
          for (const { visit } of own)
            expect(own.filter((one) => one.visit === visit).length).toBeLessThanOrEqual(rules.maxPerSession);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never shows within a rest or quiet period', () => {
    fc.assert(
      fc.property(anyRules, fc.array(step, { maxLength: 60 }), (limits, steps) => {
        const rules = rulesOf(limits);
        const { shown, moments } = live(rules, steps);
        for (const showing of shown) {
          for (const { name, moment, at } of moments) {
            const isBefore = at < showing.at;
            if (isBefore && name === showing.name)
              expect(showing.at - at).toBeGreaterThanOrEqual(rules.rest[moment]);
            if (isBefore && moment === 'shown') expect(showing.at - at).toBeGreaterThanOrEqual(rules.quiet);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows at most once more for each clock jump of years', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(step, step, jump), { maxLength: 80 }), (steps) => {
        const rest = 10 * DAY;
        const { shown, jumps, elapsed } = live(rulesOf({ rest: { shown: rest } }), steps);
        const own = shown.filter(({ name }) => name === 'a');
        expect(own.length).toBeLessThanOrEqual(1 + jumps + elapsed / rest);
      }),
      { numRuns: 300 },
    );
  });

  test('can be shown again after the longest rest period, even if the clock jumped', () => {
    fc.assert(
      fc.property(anyRules, fc.array(fc.oneof(step, step, jump), { maxLength: 60 }), (limits, steps) => {
        const rules = rulesOf({ ...limits, max: Infinity });
        const { kept, clock } = live(rules, steps);
        const longest = Math.max(rules.quiet, ...Object.values(rules.rest));
        // A page view without events keeps the corrected times.
        const mended = readHistory(kept, clock) ?? createHistory();
        recordVisit(mended, clock);
        const later = clock + Math.max(longest, DAY);
        const history = readHistory(writeHistory(mended), later) ?? createHistory();
        recordVisit(history, later);
        expect(isAllowed(history, rules, later)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('what may be shown may be shown later, too, as long as nothing happens', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.array(fc.oneof(step, jump), { maxLength: 30 }),
        span,
        span,
        (limits, steps, one, more) => {
          const rules = rulesOf(limits);
          const { kept, clock } = live(rules, steps);
          const history = readHistory(kept, clock) ?? createHistory();
          const before = evaluateRules(history, rules, clock + one);
          const after = evaluateRules(history, rules, clock + one + more);
          before.forEach(({ ok }, index) => expect(!ok || after[index]?.ok).toBe(true));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('says until when exactly: a moment before it stays closed, then that rule agrees', () => {
    fc.assert(
      fc.property(anyRules, fc.array(step, { maxLength: 30 }), (limits, steps) => {
        const rules = rulesOf(limits);
        const { kept, clock } = live(rules, steps);
        const history = readHistory(kept, clock) ?? createHistory();
        for (const { rule, until } of evaluateRules(history, rules, clock)) {
          if (until === undefined) continue;
          expect(resultOf(history, rules, rule, until - 1).ok).toBe(false);
          expect(resultOf(history, rules, rule, until).ok).toBe(true);
        }
      }),
    );
  });

  test('a stricter rule never allows what a milder one forbids', () => {
    fc.assert(
      fc.property(anyRules, anyRules, fc.array(step, { maxLength: 30 }), (one, other, steps) => {
        const { kept, clock } = live(rulesOf(one), steps);
        const history = readHistory(kept, clock) ?? createHistory();
        const stricter = rulesOf({
          max: Math.min(one.max, other.max),
          maxPerSession: Math.min(one.maxPerSession, other.maxPerSession),
          quiet: Math.max(one.quiet, other.quiet),
          rest: Object.fromEntries(
            Object.entries(one.rest).map(([moment, rest]) => [
              moment,
              Math.max(rest, other.rest[moment as Moment]),
            ]),
          ),
        });
        expect(!isAllowed(history, stricter, clock) || isAllowed(history, rulesOf(one), clock)).toBe(true);
      }),
    );
  });
});

function share(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, noNaN: true });
}

/** A seeded generator (mulberry32), so that the test is deterministic. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
