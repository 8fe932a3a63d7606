import { lastShown, promptPastOf, type History, type Moment } from './history.ts';

/** How often a prompt may be shown. */
export interface PromptRules {
  /** The prompt's counters are kept under this. */
  readonly name: string;
  /** Who is asked, as a share of all visitors from 0 to 1. */
  readonly sample: number;
  /** How often at most; Infinity for any number. */
  readonly max: number;
  /** How often at most in one visit. */
  readonly maxPerSession: number;
  /** How long it stays closed after each moment, in milliseconds; Infinity for good. */
  readonly rest: Readonly<Record<Moment, number>>;
  /** How long after any prompt of the site. */
  readonly quiet: number;
}

/** What one rule says about a prompt. */
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
  /** The prompt may open, as far as this rule goes. */
  readonly ok: boolean;
  /** One sentence in English, for developers. */
  readonly reason: string;
  /** When time alone will change the verdict, in milliseconds since 1970; absent where it will not. */
  readonly until?: number;
}

/**
 * May a prompt be shown, by what is known of the past? Gives the verdicts of `sample`, `max`, `session`, `rest` and
 * `quiet`; all of them have to agree. A time in the future counts as now.
 */
export function evaluateRules(history: History, rules: PromptRules, now: number): RuleResult[] {
  const past = promptPastOf(history, rules.name);
  const { sample, max, maxPerSession, quiet } = rules;
  const percent = `${+(sample * 100).toFixed(2)}%`;
  const inVisit = past.visit === history.visits ? past.inVisit : 0;
  const rests = Object.entries(rules.rest).map(([moment, length]): Pause => [
    `it was ${moment === 'later' ? 'put off' : moment}`,
    endOf(past[moment as Moment], length, now),
  ]);
  const isAsked = sample >= 1 || (past.draw ?? 1) < sample;
  return [
    {
      rule: 'sample',
      ok: isAsked,
      reason: `${percent} of the visitors are asked, ${isAsked ? '' : 'not '}this one.`,
    },
    atMost('max', past.times, max, ''),
    atMost('session', inVisit, maxPerSession, ' in this visit'),
    pause('rest', rests, now),
    pause('quiet', [['a prompt of the site was shown', endOf(lastShown(history), quiet, now)]], now),
  ];
}

type Pause = [cause: string, end: number];

function atMost(rule: RuleResult['rule'], times: number, max: number, where: string): RuleResult {
  const shown = times === 1 ? 'once' : `${times} times`;
  const limit = max === Infinity ? 'without a limit' : `at most ${max}`;
  return { rule, ok: times < max, reason: `Shown ${shown}${where}, ${limit}.` };
}

/** By the pause that ends last, and of several by what happened last. */
function pause(rule: RuleResult['rule'], pauses: readonly Pause[], now: number): RuleResult {
  let [cause, end] = ['', 0];
  for (const [name, time] of pauses) if (time >= end) [cause, end] = [name, time];
  if (end <= now) return { rule, ok: true, reason: 'No pause is running.' };
  const reason = `A pause is running, because ${cause}.`;
  return end < Infinity ? { rule, ok: false, reason, until: end } : { rule, ok: false, reason };
}

function endOf(start: number | undefined, length: number, now: number): number {
  return start === undefined ? -Infinity : Math.min(start, now) + length;
}
