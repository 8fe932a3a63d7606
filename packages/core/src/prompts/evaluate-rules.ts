import { lastShown, promptPastOf, type History, type Moment } from './history.ts';

/** The limits of a prompt. */
export interface PromptRules {
  /** The name under which the prompt's counters are stored. */
  readonly name: string;
  /** The share of users who are asked, from 0 to 1. */
  readonly sample: number;
  /** The maximum number of times. Infinity for no limit. */
  readonly max: number;
  /** The maximum number of times in one visit. */
  readonly maxPerSession: number;
  /** The rest period after each moment, in milliseconds. Infinity to never open again. */
  readonly rest: Readonly<Record<Moment, number>>;
  /** The rest period after any prompt of the site, in milliseconds. */
  readonly quiet: number;
}

/** The result of one rule. */
export interface RuleResult {
  readonly rule:
    | 'name'
    | 'memory'
    | 'consent'
    | 'sample'
    | 'max'
    | 'session'
    | 'rest'
    | 'quiet'
    | 'condition'
    | 'trigger'
    | 'delay'
    | 'turn'
    | 'content';
  /** True if this rule allows the prompt to open. */
  readonly ok: boolean;
  /** One English sentence for developers. */
  readonly reason: string;
  /** When the result will change without another event, in milliseconds since 1970. Absent if it will not. */
  readonly until?: number;
}

/**
 * Returns the results of the rules `sample`, `max`, `session`, `rest` and `quiet`. A prompt may open if all of them
 * allow it. A time in the future counts as now.
 */
export function evaluateRules(history: History, rules: PromptRules, now: number): RuleResult[] {
  const past = promptPastOf(history, rules.name);
  const { sample, max, maxPerSession, quiet } = rules;
  const percent = `${+(sample * 100).toFixed(2)}%`;
  const inVisit = past.visit === history.visits ? past.inVisit : 0;
  const rests = Object.entries(rules.rest).map(([moment, length]): RestPeriod => [
    `it was ${moment === 'later' ? 'postponed' : moment}`,
    endOf(past[moment as Moment], length, now),
  ]);
  const isAsked = sample >= 1 || (past.draw ?? 1) < sample;
  return [
    {
      rule: 'sample',
      ok: isAsked,
      reason: `${percent} of users are asked, ${isAsked ? 'including' : 'but not'} this one.`,
    },
    checkLimit('max', past.times, max, ''),
    checkLimit('session', inVisit, maxPerSession, ' in this visit'),
    checkRest('rest', rests, now),
    checkRest('quiet', [['a prompt of the site was shown', endOf(lastShown(history), quiet, now)]], now),
  ];
}

type RestPeriod = [cause: string, end: number];

function checkLimit(rule: RuleResult['rule'], times: number, max: number, where: string): RuleResult {
  const shown = times === 1 ? 'once' : `${times} times`;
  const limit = max === Infinity ? 'without a limit' : `at most ${max}`;
  return { rule, ok: times < max, reason: `Shown ${shown}${where}, ${limit}.` };
}

/** Uses the rest period that ends last, or the last one in the list if several end together. */
function checkRest(rule: RuleResult['rule'], restPeriods: readonly RestPeriod[], now: number): RuleResult {
  let [cause, end] = ['', 0];
  for (const [name, time] of restPeriods) if (time >= end) [cause, end] = [name, time];
  if (end <= now) return { rule, ok: true, reason: 'No rest period is active.' };
  const reason = `A rest period is active, because ${cause}.`;
  return end < Infinity ? { rule, ok: false, reason, until: end } : { rule, ok: false, reason };
}

function endOf(start: number | undefined, length: number, now: number): number {
  return start === undefined ? -Infinity : Math.min(start, now) + length;
}
