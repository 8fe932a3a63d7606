import type { HeedError } from '@heed/core';
import { parseExpression, type Expression } from '@heed/core/flow';
import {
  parseCount,
  parseDuration,
  parseShare,
  parseWhen,
  type PromptRules,
  type RuleResult,
  type When,
} from '@heed/core/prompts';
import { warnOnce } from '../../../shared/base/warn.ts';

type Rule = RuleResult['rule'];
type Key =
  | 'delay'
  | 'max'
  | 'maxPerSession'
  | 'quiet'
  | 'restAnswered'
  | 'restDismissed'
  | 'restLater'
  | 'restShown'
  | 'sample'
  | 'showIf'
  | 'when';

/** The properties of a prompt that affect its rules, as its attributes set them. */
export type PromptLike = HTMLElement & { readonly [key in Key]?: string | number | null | undefined } & {
  readonly name?: string | undefined;
  readonly open?: boolean;
  readonly traits?: object | undefined;
  hide?(): void;
};

export interface PromptSettings {
  readonly rules: PromptRules;
  readonly when: When | undefined;
  readonly showIf: Expression | undefined;
  readonly delayMs: number;
  /** Invalid settings. An invalid limit must not mean "no limit", so the prompt stays closed. */
  readonly problems: Map<Rule, string>;
}

const DAY_MS = 86_400_000;
const toDuration = createParser(parseDuration, 'a duration such as 12h or 7d');
const toCount = createParser(parseCount, 'a whole number of at least 1');
const toShare = createParser(parseShare, 'a share such as 25%');

export function readSettings(prompt: PromptLike): PromptSettings {
  const problems: PromptSettings['problems'] = new Map();
  const report = (rule: Rule, key: Key | 'name', error: Partial<HeedError>): undefined =>
    void problems.set(rule, warnOfSetting(prompt, key, error));
  const read = <Value>(rule: Rule, key: Key, parse: (text: string) => Value): Value | undefined => {
    try {
      return prompt[key] == null ? undefined : parse(String(prompt[key]));
    } catch (error) {
      return report(rule, key, error as HeedError);
    }
  };
  if (!prompt.name && prompt.when) report('name', 'name', { message: 'required, the key of the counters' });
  const later = read('rest', 'restLater', toDuration) ?? 7 * DAY_MS;
  return {
    rules: {
      name: prompt.name ?? '',
      sample: read('sample', 'sample', toShare) ?? 1,
      max: read('max', 'max', toCount) ?? Infinity,
      maxPerSession: read('session', 'maxPerSession', toCount) ?? Infinity,
      rest: {
        // Ignoring a prompt means putting it off.
        shown: read('rest', 'restShown', toDuration) ?? later,
        answered: read('rest', 'restAnswered', toDuration) ?? 90 * DAY_MS,
        dismissed: read('rest', 'restDismissed', toDuration) ?? 30 * DAY_MS,
        later,
      },
      quiet: read('quiet', 'quiet', toDuration) ?? DAY_MS,
    },
    when: read('trigger', 'when', parseSupportedWhen),
    showIf: read('condition', 'showIf', (text) => parseExpression(text)),
    delayMs: read('delay', 'delay', toDuration) ?? 0,
    problems,
  };
}

/** Returns a function that throws for a text that cannot be parsed. */
function createParser(
  parse: (text: string) => number | undefined,
  expected: string,
): (text: string) => number {
  return (text) => {
    const value = parse(text);
    if (value === undefined) throw new TypeError(`expected ${expected}, got "${text}"`);
    return value;
  };
}

/** Warns of an invalid setting, and returns the reason for `explain()`. */
function warnOfSetting(
  prompt: PromptLike,
  key: Key | 'name',
  { where, problem, message, code = 'HEED_WHEN' }: Partial<HeedError>,
): string {
  const attribute = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const reason = `${attribute}: ${problem ? `${where}: ${problem}` : message}`;
  // A DOMException for an invalid selector has a number as its code.
  warnOnce(prompt, problem ? code : 'HEED_WHEN', reason);
  return reason;
}

/** Throws for a selector that the browser does not support, too. */
function parseSupportedWhen(text: string): When {
  const when = parseWhen(text);
  for (const term of when.terms) {
    if ('selector' in term) document.createDocumentFragment().querySelector(term.selector);
  }
  return when;
}
