import {
  CASE_STEPS,
  limitsOf,
  toJson,
  DEFAULT_LIMITS,
  type CaseLimits,
  type CaseStep,
  type LimitTable,
  type Respondent,
} from '@heed/core';
import { html, nothing } from 'lit';
import { warnOnce } from '../../shared/base/warn.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { ComplaintReceiptStrings } from '../../locales/strings.ts';

const HOUR_MS = 60 * 60 * 1000;
const HOURS = { m: 1 / 60, h: 1, d: 24 } as const;

type NextStepsStrings = Localizer<
  keyof Pick<
    ComplaintReceiptStrings,
    'nextTitle' | 'firstAnswer' | 'proposal' | 'solved' | 'dueBy' | 'dueAfter'
  >
>;

/** An element with time limits. */
export interface LimitsHost extends HTMLElement {
  limits: string | LimitTable | null | undefined;
  respondent: Respondent | undefined;
}

/** Returns the time limits for a complaint of this severity; empty without `limits`, or with a warning if they are invalid. */
export function readLimits(host: LimitsHost, severity: string): CaseLimits {
  const { limits, respondent } = host;
  const table = typeof limits === 'string' ? readTable(limits) : limits;
  const tier = respondent?.traits?.['tier'];
  try {
    if (table) return limitsOf({ severity, tier: typeof tier === 'string' ? tier : undefined }, table);
  } catch {
    // The warning follows.
  }
  if (limits != null) {
    const expected = '"usual", up to three times such as "2h 8h 3d", or a table of hours';
    const got = typeof limits === 'string' ? `"${limits}"` : toJson(limits);
    warnOnce(host, 'HEED_LIMITS', `"limits" must be ${expected}, got ${got}. Showing no limits`);
  }
  return {};
}

/** Reads `usual`, or a limit for each step in order, such as `2h 8h 3d`; `undefined` if it is neither. */
function readTable(text: string): LimitTable | undefined {
  if (text.trim() === 'usual') return DEFAULT_LIMITS;
  const hours = text.trim().split(/\s+/).map(toHours);
  if (hours.length > CASE_STEPS.length || hours.some((hour) => !hour)) return undefined;
  return Object.fromEntries(hours.map((hour, index) => [CASE_STEPS[index], hour]));
}

/** Reads a time such as `30m`, `2h` or `3d`; `NaN` if it is invalid. */
function toHours(text: string): number {
  const [, figure, unit] = /^(\d+(?:\.\d+)?)([mhd])$/.exec(text) ?? [];
  return Number(figure) * HOURS[unit as keyof typeof HOURS];
}

/**
 * Renders the next steps with their time limits; nothing without limits.
 *
 * @param receivedAt the time of the confirmation in milliseconds; `undefined` before it
 * @param level the level of the title as a heading
 */
export function renderNextSteps(
  limits: CaseLimits,
  receivedAt: number | undefined,
  strings: NextStepsStrings,
  level: number,
): unknown {
  const due = (hours: number): string =>
    receivedAt === undefined
      ? strings.t('dueAfter', { time: formatDuration(hours, strings.language) })
      : strings.t('dueBy', { time: formatTime(receivedAt + hours * HOUR_MS, strings.language) });
  const steps = Object.entries(limits) as [CaseStep, number][];
  if (steps.length === 0) return nothing;
  return html`<div part="due">
    <strong part="due-title" role="heading" aria-level=${level}>${strings.t('nextTitle')}</strong>
    <dl>
      ${steps.map(
        ([step, hours]) =>
          html`<div>
            <dt>${strings.t(step)}</dt>
            <dd>${due(hours)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

function formatTime(time: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(time);
}

/** Formats more than one whole day in days, and less than an hour in minutes. */
function formatDuration(hours: number, language: string): string {
  const [value, unit] =
    hours > 24 && hours % 24 === 0
      ? [hours / 24, 'day']
      : hours < 1
        ? [Math.round(hours * 60), 'minute']
        : [hours, 'hour'];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, style).format(value);
}
