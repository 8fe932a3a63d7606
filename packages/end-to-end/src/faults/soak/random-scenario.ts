/** Makes up scenarios: the same one for the same seed and engine. */
import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  sample,
  subarray,
  tuple,
  type Arbitrary,
} from 'fast-check';
import type { Breakage } from '../page/types.ts';
import type { Engine, Scenario, ScenarioRule, Step } from '../scenario.ts';

const RULES: readonly ScenarioRule[] = [
  {},
  { delayMs: 30 },
  { hang: true },
  { hang: true, holds: true },
  { reset: 'before' },
  { reset: 'during' },
  { reset: 'after' },
  { reset: 'after', holds: true },
  { reset: 'reply', body: 'a reply that is cut off' },
  { raw: '' },
  { raw: 'no HTTP' },
  { cors: false },
  { preflight: 'deny' },
  { preflight: 'hang' },
  { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Welcome', holds: false },
  { status: 302, headers: { location: '/sign-in' } },
  { status: 429, retryAfterDateMs: 60_000 },
  { status: 503, headers: { 'retry-after': '60' } },
  ...[401, 404, 408, 500].map((status) => ({ status })),
];
const BROKEN: readonly Breakage[] = ['open fails', 'disk full', 'delete fails', 'read fails'];
const DURATIONS_MS = [1, 500, 5000, 30_000, 120_000, 3_600_000];

const tab = constantFrom('a', 'b', 'c');
const rule = tuple(constantFrom(...RULES), integer({ min: 1, max: 6 })).map(([rule, times]) => ({
  ...rule,
  times,
}));

const step: Arbitrary<Step> = oneof(
  {
    weight: 8,
    arbitrary: record({
      do: constant('submit' as const),
      tab,
      count: integer({ min: 1, max: 8 }),
      isLoose: boolean(),
      bytes: constantFrom(300, 300, 300, 61_000),
      gives: constant('disk or memory'),
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      do: constant('leave' as const),
      tab,
      during: constantFrom('submit' as const, 'pagehide' as const),
      to: constantFrom('own site' as const, 'other site' as const),
    }),
  },
  { weight: 4, arbitrary: record({ do: constant('open' as const), tab }) },
  { weight: 2, arbitrary: constantFrom<Step>({ do: 'kill' }, { do: 'quit' }) },
  {
    weight: 3,
    arbitrary: record({
      do: constantFrom('close' as const, 'reload' as const, 'freeze' as const, 'steal the lock' as const),
      tab,
    }),
  },
  {
    weight: 5,
    arbitrary: record({ do: constant('rules' as const), rules: array(rule, { maxLength: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: record({
      do: constant('listen' as const),
      how: constantFrom('answer' as const, 'refuse' as const, 'reset' as const, 'silent' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: record({ do: constant('pass' as const), ms: constantFrom(...DURATIONS_MS) }),
  },
  {
    weight: 1,
    arbitrary: record({
      do: constant('break' as const),
      tab,
      what: subarray([...BROKEN], { maxLength: 1 }),
    }),
  },
);

export function makeUpScenario(seed: number, engine: Engine): Scenario {
  const [steps = []] = sample(array(step, { minLength: 10, maxLength: 40, size: 'max' }), {
    seed,
    numRuns: 1,
  });
  return {
    name: `seed ${seed}`,
    steps: makePlayable(steps, engine),
    // A tab that is killed in time sends nothing; one that is not may send everything once more in each drain.
    end: { received: 'promised', attempts: 1000 },
  };
}

/** Leaves out what the engine cannot do, opens what is needed, and ends in a sound world. */
function makePlayable(steps: readonly Step[], engine: Engine): Step[] {
  const open = new Set(['a']);
  const frozen = new Set<string>();
  const playable = steps.flatMap((step): Step[] => {
    const name = String(step.tab);
    const isImpossible =
      (engine === 'webkit' && (step.do === 'kill' || step.do === 'quit')) ||
      (engine !== 'chromium' && step.do === 'freeze') ||
      frozen.has(name);
    if (isImpossible) return [];
    const isMissing = step.tab !== undefined && step.do !== 'open' && !open.has(name);
    if (step.tab !== undefined) open.add(name);
    if (step.do === 'close' || step.do === 'leave') open.delete(name);
    if (step.do === 'freeze') frozen.add(name);
    if (step.do === 'kill' || step.do === 'quit') [open, frozen].forEach((names) => names.clear());
    return isMissing ? [{ do: 'open', tab: name }, step] : [step];
  });
  return [
    ...playable,
    { do: 'thaw', tab: [...frozen] },
    { do: 'break', what: [], tab: [...open] },
    { do: 'listen', how: 'answer' },
    { do: 'rules', rules: [] },
    { do: 'open', tab: 'd' },
    { do: 'pass', ms: 30_000 },
    { do: 'settle' },
  ];
}
