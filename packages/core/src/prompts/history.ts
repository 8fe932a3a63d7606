import { toJson } from '../to-json.ts';

/** An event in the life of a prompt. `later` means that the user postponed it. */
export type Moment = 'shown' | 'answered' | 'dismissed' | 'later';

/** The stored history of one prompt. Times are in milliseconds since 1970. */
export interface PromptPast {
  /** The number of times it was shown. */
  times: number;
  /** The number of the visit in which it was last shown, and how often it was shown in that visit. */
  visit: number;
  inVisit: number;
  /** A random number from 0 to below 1, drawn once. The user is asked if it is below the share of `sample`. */
  draw?: number;
  /** When the delay ends, if the page was left during it. Only relevant within the same visit. */
  due?: number;
  shown?: number;
  answered?: number;
  dismissed?: number;
  later?: number;
}

/** The stored history of a site's prompts. */
export interface History {
  /** The number of visits, including the current one. */
  visits: number;
  /** The time of the user's last action in a page of the site. */
  seen: number;
  /** The time until which a prompt has the lock, in browsers without the Web Locks API; 0 if no prompt has it. */
  busy: number;
  prompts: Map<string, PromptPast>;
}

export const VISIT_GAP_MS = 30 * 60_000;
const VERSION = 1;
const MAX_LENGTH = 500_000;
const MAX_PROMPTS = 100;
const MOMENTS = ['shown', 'answered', 'dismissed', 'later'] as const;
const FIGURES = [...MOMENTS, 'times', 'visit', 'inVisit', 'draw', 'due'] as const;
const NO_PAST = { times: 0, visit: 0, inVisit: 0 };

export function createHistory(): History {
  return { visits: 0, seen: 0, busy: 0, prompts: new Map() };
}

/** Returns the history of a prompt. Empty for a new prompt. */
export function promptPastOf({ prompts }: History, name: string): PromptPast {
  return prompts.get(name) ?? { ...NO_PAST };
}

/** Returns when any prompt of the site was last shown, or undefined if never. */
export function lastShown({ prompts }: History): number | undefined {
  const times = [...prompts.values()].map(({ shown = 0 }) => shown);
  return Math.max(0, ...times) || undefined;
}

/** Starts a visit if the last one ended. A visit ends after 30 minutes without an action of the user. */
export function recordVisit(history: History, now: number): void {
  if (!history.visits || now - history.seen > VISIT_GAP_MS) {
    history.visits++;
    for (const past of history.prompts.values()) delete past.due;
  }
  history.seen = now;
}

export function recordMoment(history: History, name: string, moment: Moment, now: number): void {
  const past = promptPastOf(history, name);
  past[moment] = now;
  if (moment === 'shown') {
    past.times++;
    past.inVisit = past.visit === history.visits ? past.inVisit + 1 : 1;
    past.visit = history.visits;
    delete past.due;
  }
  history.prompts.set(name, past);
}

/**
 * Replaces times in the future, caused by a wrong clock, by the current time. A future time could block a prompt for
 * years, or make it forget that it was shown.
 */
export function clampToNow(history: History, now: number): void {
  history.seen = Math.min(history.seen, now);
  history.busy = Math.min(history.busy, now + VISIT_GAP_MS);
  for (const past of history.prompts.values()) {
    for (const moment of MOMENTS) {
      const time = past[moment];
      if (time !== undefined) past[moment] = Math.min(time, now);
    }
  }
}

/** Adds the history that was collected without permission to store it. */
export function mergeHistory(kept: History, added: History): void {
  for (const [name, more] of added.prompts) {
    const past = promptPastOf(kept, name);
    if (more.draw !== undefined) past.draw ??= more.draw;
    past.inVisit = more.inVisit + (past.visit === kept.visits ? past.inVisit : 0);
    past.visit = kept.visits;
    past.times += more.times;
    for (const moment of MOMENTS) {
      if (more[moment]) past[moment] = Math.max(past[moment] ?? 0, more[moment]);
    }
    kept.prompts.set(name, past);
  }
}

/** Serialises the history. If there are too many prompts, keeps those shown last. */
export function writeHistory({ visits, seen, busy, prompts }: History): string {
  const last = [...prompts].sort(([, a], [, b]) => (b.shown ?? 0) - (a.shown ?? 0)).slice(0, MAX_PROMPTS);
  return toJson({ v: VERSION, visits, seen, busy, prompts: Object.fromEntries(last) });
}

/**
 * Parses a stored history. Ignores invalid values, because any script can write to the storage.
 *
 * @returns undefined if a later version of this library wrote it; such data must not be changed
 */
export function readHistory(text: string | null, now: number): History | undefined {
  const kept = parse(text);
  if (Number(kept['v']) > VERSION) return undefined;
  const history = { ...createHistory(), ...numbersIn(kept, ['visits', 'seen', 'busy']) };
  for (const [name, past] of Object.entries(Object(kept['prompts'])).slice(0, MAX_PROMPTS))
    history.prompts.set(name, { ...NO_PAST, ...numbersIn(past, FIGURES) });
  clampToNow(history, now);
  return history;
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return Object(text && text.length < MAX_LENGTH ? JSON.parse(text) : undefined);
  } catch {
    return {};
  }
}

/** Returns those members that are numbers of 0 or more. */
function numbersIn<Key extends string>(value: unknown, keys: readonly Key[]): { [key in Key]?: number } {
  const entries = keys.map((key) => [key, Object(value)[key]] as const);
  return Object.fromEntries(entries.filter(([, number]) => Number.isFinite(number) && number >= 0)) as {
    [key in Key]?: number;
  };
}
