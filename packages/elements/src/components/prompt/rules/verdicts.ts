import { createHistory, evaluateRules, type History, type RuleResult } from '@heed/core/prompts';
import { mayRemember } from '../../../shared/device/storage-consent.ts';
import type { Delay } from './delay.ts';
import { lookUpFact } from './facts.ts';
import type { PromptLike, Settings } from './settings.ts';
import type { PromptEnvironment } from './environment.ts';

/** What the verdicts are made of. */
export interface Situation {
  readonly prompt: PromptLike;
  readonly settings: Settings;
  readonly environment: PromptEnvironment;
  /** Undefined when the device keeps nothing. */
  readonly history: History | undefined;
  readonly isTriggered: boolean;
  readonly delay: Delay;
  /** Another prompt has the turn. */
  readonly isQueued: boolean;
}

/** Every rule with its verdict, in the order in which an author would look. */
export function listVerdicts(situation: Situation): RuleResult[] {
  const { settings, environment, history } = situation;
  const { name } = settings.rules;
  return [
    verdictOf('name', !!name, name ? `It is counted as "${name}".` : 'It has no name to be counted under.'),
    verdictOf('memory', !!history, history ? 'The device keeps what happens.' : 'The device keeps nothing.'),
    verdictOf(
      'consent',
      true,
      mayRemember() ? 'None is needed.' : 'None yet: counts for this page view only.',
    ),
    ...evaluateRules(history ?? createHistory(), settings.rules, environment.now()),
    judgeCondition(situation),
    judgeTrigger(situation),
    judgeDelay(situation),
    judgeTurn(situation),
  ].map((verdict) => {
    const validityError = settings.problems.get(verdict.rule);
    return validityError ? verdictOf(verdict.rule, false, validityError) : verdict;
  });
}

function judgeCondition({ prompt, settings, environment, history }: Situation): RuleResult {
  const obstacle = !environment.isVisible()
    ? 'The page is not in view.'
    : settings.showIf?.evaluate((name) => lookUpFact(name, prompt, history?.visits ?? 0)) === false
      ? 'show-if does not hold.'
      : undefined;
  return verdictOf('condition', !obstacle, obstacle ?? 'Nothing speaks against it.');
}

function judgeTrigger({ settings, isTriggered }: Situation): RuleResult {
  if (!settings.when) return verdictOf('trigger', false, 'Without "when" it opens only when it is asked to.');
  return verdictOf('trigger', isTriggered, `"when" ${isTriggered ? 'holds' : 'does not hold yet'}.`);
}

function judgeDelay({ settings, delay: { isOver, end } }: Situation): RuleResult {
  const ok = isOver || settings.delay === 0;
  if (ok || end === undefined)
    return verdictOf('delay', ok, ok ? 'It is over.' : 'It starts with the trigger.');
  return verdictOf('delay', false, 'It is running.', end);
}

/** Where the browser has no locks, an entry in memory says who has the turn. */
function judgeTurn({ prompt, environment, history, isQueued }: Situation): RuleResult {
  const busy = environment.locks || prompt.open ? 0 : (history?.busy ?? 0);
  const ok = !isQueued && busy <= environment.now();
  return verdictOf(
    'turn',
    ok,
    ok ? 'No other prompt is open.' : 'Another prompt is open.',
    busy || undefined,
  );
}

function verdictOf(rule: RuleResult['rule'], ok: boolean, reason: string, until?: number): RuleResult {
  return until !== undefined && until < Infinity && !ok ? { rule, ok, reason, until } : { rule, ok, reason };
}
