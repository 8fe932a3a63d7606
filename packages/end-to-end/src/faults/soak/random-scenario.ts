/** Generates scenarios from a seed. The same seed and engine produce the same scenario. */
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
import type { Engine } from '../../shared/browsers/engines.ts';
import type { PlatformFault } from '../page/page-api.ts';
import type { Scenario, ScenarioRule, Step } from '../scenario.ts';

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
  { raw: 'not HTTP' },
  { cors: false },
  { preflight: 'deny' },
  { preflight: 'hang' },
  { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Welcome', holds: false },
  { status: 302, headers: { location: '/sign-in' } },
  { status: 429, retryAfterDateMs: 60_000 },
  { status: 503, headers: { 'retry-after': '60' } },
  ...[401, 404, 408, 500].map((status) => ({ status })),
];
const FAULTS: readonly PlatformFault[] = ['open fails', 'disk full', 'delete fails', 'read fails'];
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
      isConcurrent: boolean(),
      bytes: constantFrom(300, 300, 300, 61_000),
      result: constant('disk or memory'),
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      do: constant('leave' as const),
      tab,
      during: constantFrom('submit' as const, 'pagehide' as const),
      to: constantFrom('same site' as const, 'cross site' as const),
    }),
  },
  { weight: 4, arbitrary: record({ do: constant('open' as const), tab }) },
  { weight: 2, arbitrary: constantFrom<Step>({ do: 'kill' }, { do: 'quit' }) },
  {
    weight: 3,
    arbitrary: record({
      do: constantFrom('close' as const, 'reload' as const, 'freeze' as const, 'steal lock' as const),
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
    arbitrary: record({ do: constant('advance' as const), ms: constantFrom(...DURATIONS_MS) }),
  },
  {
    weight: 1,
    arbitrary: record({
      do: constant('set faults' as const),
      tab,
      faults: subarray([...FAULTS], { maxLength: 1 }),
    }),
  },
);

export function generateScenario(seed: number, engine: Engine): Scenario {
  const [steps = []] = sample(array(step, { minLength: 10, maxLength: 40, size: 'max' }), {
    seed,
    numRuns: 1,
  });
  return {
    name: `seed ${seed}`,
    steps: makeRunnable(steps, engine),
    // A tab that is killed early sends nothing. A tab that is killed late may send every record again in each drain.
    expected: { received: 'promised', maxAttempts: 1000 },
  };
}

/** Drops steps that the engine does not support, opens the tabs that steps need, and ends without faults. */
function makeRunnable(steps: readonly Step[], engine: Engine): Step[] {
  const open = new Set(['a']);
  const frozen = new Set<string>();
  const runnable = steps.flatMap((step): Step[] => {
    const name = String(step.tab);
    const isUnsupported =
      (engine === 'webkit' && (step.do === 'kill' || step.do === 'quit')) ||
      (engine !== 'chromium' && step.do === 'freeze') ||
      frozen.has(name);
    if (isUnsupported) return [];
    const isMissing = step.tab !== undefined && step.do !== 'open' && !open.has(name);
    if (step.tab !== undefined) open.add(name);
    if (step.do === 'close' || step.do === 'leave') open.delete(name);
    if (step.do === 'freeze') frozen.add(name);
    if (step.do === 'kill' || step.do === 'quit') [open, frozen].forEach((names) => names.clear());
    return isMissing ? [{ do: 'open', tab: name }, step] : [step];
  });
  return [
    ...runnable,
    { do: 'resume', tab: [...frozen] },
    { do: 'set faults', faults: [], tab: [...open] },
    { do: 'listen', how: 'answer' },
    { do: 'rules', rules: [] },
    { do: 'open', tab: 'd' },
    { do: 'advance', ms: 30_000 },
    { do: 'settle' },
  ];
}
