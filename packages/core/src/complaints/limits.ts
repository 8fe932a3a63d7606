import { HeedError } from '../errors.ts';

/** The steps of a complaint that are reported to the customer, in order. */
export const CASE_STEPS = ['firstAnswer', 'proposal', 'solved'] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** The bands of the six severity levels: 1–2 minor, 3–4 moderate, 5–6 severe. */
export type SeverityBand = 'minor' | 'moderate' | 'severe';

/**
 * A number of hours, or numbers of hours by name. A name is a customer tier, a severity, a {@link SeverityBand}, or
 * `usual` for all others.
 */
export type LimitRule = number | Readonly<Record<string, number>>;

/** The limits of each step. A step that is omitted has no limit. */
export type LimitTable = Readonly<Partial<Record<CaseStep, LimitRule>>>;

/** The hours from the submission to each step. A step without a limit is absent. */
export type CaseLimits = Partial<Record<CaseStep, number>>;

/** The facts that determine the limits of a complaint. */
export interface CaseFacts {
  /** The severity in the answer: a band, a level from `1` to `6`, or a custom value. */
  severity?: string | null | undefined;
  /** The customer's tier: `strategic`, `core`, `potential`, `general`, or a custom value. */
  tier?: string | undefined;
}

/**
 * Default limits, based on common practice in complaint handling: a first answer within 2 hours (1 hour for priority
 * tiers, 4 hours for the others), a proposal within 4 hours, and a resolution within 24 hours. The shorter resolution
 * times for severe complaints (one third) and moderate ones (two thirds) are Heed's own.
 */
export const DEFAULT_LIMITS = {
  firstAnswer: { usual: 2, strategic: 1, core: 1, potential: 4, general: 4 },
  proposal: 4,
  solved: { usual: 24, moderate: 16, severe: 8 },
} as const satisfies LimitTable;

/** The band of each severity level, from level 1. */
const BANDS: readonly SeverityBand[] = ['minor', 'minor', 'moderate', 'moderate', 'severe', 'severe'];

/**
 * Returns the limits of a complaint in hours. If the tier and the severity both have a limit, the shorter one
 * applies.
 *
 * @throws HeedError `HEED_OPTION` if a limit is not a positive number
 */
export function limitsOf(facts: CaseFacts, table: LimitTable = DEFAULT_LIMITS): CaseLimits {
  const limits: CaseLimits = {};
  for (const step of CASE_STEPS) {
    const hours = hoursOf(step, table[step], facts);
    if (hours !== undefined) limits[step] = hours;
  }
  return limits;
}

function hoursOf(step: CaseStep, rule: LimitRule | undefined, facts: CaseFacts): number | undefined {
  if (rule === undefined) return undefined;
  const hoursByName = typeof rule === 'number' ? { usual: rule } : rule;
  for (const [name, hours] of Object.entries(hoursByName)) checkHours(`${step}.${name}`, hours);
  const found = [findLimit(hoursByName, facts.tier), findSeverityLimit(hoursByName, facts.severity)].filter(
    (hours) => hours !== undefined,
  );
  return found.length > 0 ? Math.min(...found) : findLimit(hoursByName, 'usual');
}

/** The limit of an exact level takes precedence over the limit of its band. */
function findSeverityLimit(
  hoursByName: Readonly<Record<string, number>>,
  severity: string | null | undefined,
): number | undefined {
  return findLimit(hoursByName, severity) ?? findLimit(hoursByName, BANDS[Number(severity) - 1]);
}

function findLimit(
  hoursByName: Readonly<Record<string, number>>,
  name: string | null | undefined,
): number | undefined {
  return name && Object.hasOwn(hoursByName, name) ? hoursByName[name] : undefined;
}

function checkHours(name: string, hours: number): void {
  if (Number.isFinite(hours) && hours > 0) return;
  const expected = 'a number of hours greater than 0';
  throw new HeedError('HEED_OPTION', `limitsOf: "${name}"`, `expected ${expected}, got ${hours}`, {
    expected,
    got: `${hours}`,
  });
}
