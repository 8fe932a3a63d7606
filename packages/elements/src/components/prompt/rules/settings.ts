import type { HeedError } from '@heed/core';
import { parseExpression, type Expression } from '@heed/core/flow';
import {
  parseCount,
  parseDuration,
  parseShare,
  parseWhen,
  type PromptRules,
  type Verdict,
  type When,
} from '@heed/core/prompts';
import { warnOnce } from '../../../shared/base/warn.ts';

type Rule = Verdict['rule'];
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

export function readSettings(prompt: PromptLike): PromptSettings {
  const reader = new SettingsReader(prompt);
  if (!prompt.name && prompt.when)
    reader.report('name', 'name', { message: 'required, the key of the counters' });
  const later = reader.readDuration('rest', 'restLater', 7 * DAY_MS);
  return {
    rules: {
      name: prompt.name ?? '',
      sample: reader.readNumber('sample', 'sample', 1, 'a share such as 25%', parseShare),
      max: reader.readCount('max', 'max'),
      maxPerSession: reader.readCount('session', 'maxPerSession'),
      rest: {
        // Ignoring a prompt means putting it off.
        shown: reader.readDuration('rest', 'restShown', later),
        answered: reader.readDuration('rest', 'restAnswered', 90 * DAY_MS),
        dismissed: reader.readDuration('rest', 'restDismissed', 30 * DAY_MS),
        later,
      },
      quiet: reader.readDuration('quiet', 'quiet', DAY_MS),
    },
    when: reader.read('trigger', 'when', parseSupportedWhen),
    showIf: reader.read('condition', 'showIf', (text) => parseExpression(text)),
    delayMs: reader.readDuration('delay', 'delay', 0),
    problems: reader.problems,
  };
}

/** Reads the settings of one prompt. Warns of an invalid one, and reports it as a problem of its rule. */
class SettingsReader {
  readonly problems = new Map<Rule, string>();
  readonly #prompt: PromptLike;

  constructor(prompt: PromptLike) {
    this.#prompt = prompt;
  }

  /** Returns `undefined` if the setting is absent or invalid. */
  read<Value>(rule: Rule, key: Key, parse: (text: string) => Value): Value | undefined {
    const setting = this.#prompt[key] ?? undefined;
    if (setting === undefined) return undefined;
    try {
      return parse(String(setting));
    } catch (error) {
      this.report(rule, key, error as HeedError);
      return undefined;
    }
  }

  readNumber(
    rule: Rule,
    key: Key,
    defaultValue: number,
    expected: string,
    parse: (text: string) => number | undefined,
  ): number {
    const value = this.read(rule, key, (text) => {
      const number = parse(text);
      if (number === undefined) throw new TypeError(`expected ${expected}, got "${text}"`);
      return number;
    });
    return value ?? defaultValue;
  }

  readDuration(rule: Rule, key: Key, defaultMs: number): number {
    return this.readNumber(rule, key, defaultMs, 'a duration such as 12h or 7d', parseDuration);
  }

  readCount(rule: Rule, key: Key): number {
    return this.readNumber(rule, key, Infinity, 'a whole number of at least 1', parseCount);
  }

  report(rule: Rule, key: Key | 'name', { message, code }: Partial<HeedError>): void {
    const attribute = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const reason = `${attribute}: ${message?.replace(/^\[heed\] | \(HEED_\w+\)$/g, '')}`;
    warnOnce(this.#prompt, code?.startsWith?.('HEED') ? code : 'HEED_WHEN', reason);
    this.problems.set(rule, reason);
  }
}

/** Throws for a selector that the browser does not support, too. */
function parseSupportedWhen(text: string): When {
  const when = parseWhen(text);
  for (const term of when.terms) {
    if ('selector' in term) document.createDocumentFragment().querySelector(term.selector);
  }
  return when;
}
