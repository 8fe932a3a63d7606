import { toJson } from '../to-json.ts';

/** What may have become of a prompt, besides that it was shown. */
export type Moment = 'shown' | 'answered' | 'dismissed' | 'later';

/** What the device remembers of one prompt. Times are milliseconds since 1970. */
export interface PromptPast {
  /** How often it was shown. */
  times: number;
  /** The visit in which it was last shown, by number, and how often in that. */
  visit: number;
  inVisit: number;
  /** Drawn once, from 0 to below 1: those below the share of `sample` are asked. */
  draw?: number;
  /** When its delay is over, if the page was left meanwhile; of use in the same visit only. */
  due?: number;
  shown?: number;
  answered?: number;
  dismissed?: number;
  later?: number;
}

/** What the device remembers of the prompts of a site. */
export interface History {
  /** How many visits there were, with the present one. */
  visits: number;
  /** When the visitor last did something in a page of the site. */
  seen: number;
  /** Until when a prompt has the turn, where the browser has no locks; 0 when none has. */
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

/** What is known of a prompt; of a new one, that nothing happened. */
export function promptPastOf({ prompts }: History, name: string): PromptPast {
  return prompts.get(name) ?? { ...NO_PAST };
}

/** When any prompt of the site was last shown; undefined for never. */
export function lastShown({ prompts }: History): number | undefined {
  const times = [...prompts.values()].map(({ shown = 0 }) => shown);
  return Math.max(0, ...times) || undefined;
}

/** Begins a visit, if the last one ended; a visit ends after 30 minutes in which nobody was seen. */
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
 * A time that lies in the future, because the clock was wrong then or is now, counts as now and is kept as that: it
 * can neither silence a prompt for years nor be forgotten.
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

/** Adds what happened while nothing might be kept to what is kept. */
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

/** As it is kept: of the prompts those that something happened to last. */
export function writeHistory({ visits, seen, busy, prompts }: History): string {
  const last = [...prompts].sort(([, a], [, b]) => (b.shown ?? 0) - (a.shown ?? 0)).slice(0, MAX_PROMPTS);
  return toJson({ v: VERSION, visits, seen, busy, prompts: Object.fromEntries(last) });
}

/**
 * Reads what was kept. Whatever does not fit is left out, since anything may have written it.
 *
 * @returns undefined when a later version of this library has written it, which must not be touched
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

/** Of these members those that are something to count with. */
function numbersIn<Key extends string>(value: unknown, keys: readonly Key[]): { [key in Key]?: number } {
  const entries = keys.map((key) => [key, Object(value)[key]] as const);
  return Object.fromEntries(entries.filter(([, number]) => Number.isFinite(number) && number >= 0)) as {
    [key in Key]?: number;
  };
}
