import { createHistory, evaluateRules, type History, type RuleResult } from '@heed/core/prompts';
import { mayRemember } from '../../../shared/device/storage-consent.ts';
import type { Delay } from './delay.ts';
import type { PromptEnvironment } from './environment.ts';
import type { PromptLock } from './prompt-lock.ts';
import type { PromptLike, PromptSettings } from './settings.ts';
import { getVariable } from './show-if-variables.ts';

/** What the rules are evaluated against. */
export interface RuleInputs {
  readonly prompt: PromptLike;
  readonly settings: PromptSettings;
  readonly environment: PromptEnvironment;
  /** `undefined` if the device stores nothing. */
  readonly history: History | undefined;
  readonly isTriggered: boolean;
  readonly delay: Delay | undefined;
  readonly lock: PromptLock;
}

/** Returns every rule with its result, in the order in which a developer would look. */
export function listRuleResults(inputs: RuleInputs): RuleResult[] {
  const { settings, environment, history } = inputs;
  const { name } = settings.rules;
  return [
    createResult('name', !!name, name ? `Counted as "${name}".` : 'The prompt has no name.'),
    createResult('memory', !!history, `The device can${history ? '' : 'not'} store data.`),
    createResult(
      'consent',
      true,
      mayRemember() ? 'Counters may be stored.' : 'No consent yet: counters apply to this page view only.',
    ),
    ...evaluateRules(history ?? createHistory(), settings.rules, environment.now()),
    checkCondition(inputs),
    checkTrigger(inputs),
    checkDelay(inputs),
    checkLock(inputs),
  ].map((result) => {
    const problem = settings.problems.get(result.rule);
    return problem ? createResult(result.rule, false, problem) : result;
  });
}

function checkCondition({ prompt, settings, environment, history }: RuleInputs): RuleResult {
  const obstacle = !environment.isVisible()
    ? 'The page is in the background.'
    : settings.showIf?.evaluate((name) => getVariable(name, prompt, history?.visits ?? 0)) === false
      ? '"show-if" is false.'
      : undefined;
  const reason = settings.showIf ? '"show-if" is true.' : 'The page is in view.';
  return createResult('condition', !obstacle, obstacle ?? reason);
}

function checkTrigger({ settings, isTriggered }: RuleInputs): RuleResult {
  if (!settings.when) return createResult('trigger', false, 'Without "when", only show() opens the prompt.');
  return createResult('trigger', isTriggered, `"when" is ${isTriggered ? 'true' : 'not true yet'}.`);
}

function checkDelay({ settings, delay }: RuleInputs): RuleResult {
  if (delay?.isOver || settings.delayMs === 0) return createResult('delay', true, 'The delay is over.');
  if (delay?.end === undefined) return createResult('delay', false, 'The delay starts with the trigger.');
  return createResult('delay', false, 'The delay is running.', delay.end);
}

function checkLock({ prompt, environment, lock }: RuleInputs): RuleResult {
  const expiresAt = prompt.open ? 0 : lock.expiresAt();
  const ok = !lock.isQueued && expiresAt <= environment.now();
  return createResult(
    'turn',
    ok,
    ok ? 'No other prompt is open.' : 'Another prompt is open.',
    expiresAt || undefined,
  );
}

function createResult(rule: RuleResult['rule'], ok: boolean, reason: string, until?: number): RuleResult {
  return until !== undefined && until < Infinity && !ok ? { rule, ok, reason, until } : { rule, ok, reason };
}
