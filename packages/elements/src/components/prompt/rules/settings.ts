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

type Setting = string | number | null | undefined;
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

/** What the rules read of a prompt, as its attributes say it. */
export type PromptLike = HTMLElement & { readonly [key in Key]?: Setting } & {
  readonly name?: string | undefined;
  readonly open?: boolean;
  readonly traits?: object | undefined;
  hide?(): void;
};

export interface Settings {
  readonly rules: PromptRules;
  readonly when: When | undefined;
  readonly showIf: Expression | undefined;
  /** In milliseconds. */
  readonly delay: number;
  /** What could not be read. A limit that is none must not become "no limit": the prompt stays closed. */
  readonly problems: Map<RuleResult['rule'], string>;
}

const DAY_MS = 86_400_000;
const A_TIME = 'a time such as 12h or 7d';
const A_COUNT = 'a whole number from 1';

export function readSettings(prompt: PromptLike): Settings {
  const problems: Settings['problems'] = new Map();
  const read = <Value>(
    rule: RuleResult['rule'],
    key: Key,
    parse: (text: string) => Value,
  ): Value | undefined => {
    const text = prompt[key] ?? undefined;
    if (text === undefined) return undefined;
    try {
      return parse(String(text));
    } catch (error) {
      problems.set(rule, report(prompt, key, error as HeedError));
      return undefined;
    }
  };
  const figure = (
    rule: RuleResult['rule'],
    key: Key,
    defaults: number,
    expected = A_TIME,
    parse: (text: string) => number | undefined = parseDuration,
  ): number =>
    read(rule, key, (text) => {
      const value = parse(text);
      if (value === undefined) throw new TypeError(`expected ${expected}, got "${text}"`);
      return value;
    }) ?? defaults;

  if (!prompt.name && prompt.when) {
    problems.set('name', report(prompt, 'name', { message: 'is needed, what happened is kept under it' }));
  }
  const later = figure('rest', 'restLater', 7 * DAY_MS);
  return {
    rules: {
      name: prompt.name ?? '',
      sample: figure('sample', 'sample', 1, 'a share such as 25%', parseShare),
      max: figure('max', 'max', Infinity, A_COUNT, parseCount),
      maxPerSession: figure('session', 'maxPerSession', Infinity, A_COUNT, parseCount),
      rest: {
        // Who ignores a prompt has put it off.
        shown: figure('rest', 'restShown', later),
        answered: figure('rest', 'restAnswered', 90 * DAY_MS),
        dismissed: figure('rest', 'restDismissed', 30 * DAY_MS),
        later,
      },
      quiet: figure('quiet', 'quiet', DAY_MS),
    },
    when: read('trigger', 'when', readWhen),
    showIf: read('condition', 'showIf', (text) => parseExpression(text)),
    delay: figure('delay', 'delay', 0),
    problems,
  };
}

/** @throws also for a selector that the browser does not know */
function readWhen(text: string): When {
  const when = parseWhen(text);
  for (const term of when.terms) {
    if ('selector' in term) document.createDocumentFragment().querySelector(term.selector);
  }
  return when;
}

/** Warns the page's author; returns what the verdict says. */
function report(prompt: PromptLike, key: Key | 'name', { message, code }: Partial<HeedError>): string {
  const attribute = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const reason = `${attribute}: ${message?.replace(/^\[heed\] | \(HEED_\w+\)$/g, '')}`;
  warnOnce(prompt, code?.startsWith?.('HEED') ? code : 'HEED_WHEN', reason);
  return reason;
}
