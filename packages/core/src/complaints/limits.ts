import { HeedError } from '../errors.ts';

/** What the customer hears of a complaint, in this order. */
export const CASE_STEPS = ['firstAnswer', 'proposal', 'solved'] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** The bands of the six levels of severity: 1–2 minor, 3–4 moderate, 5–6 severe. */
export type SeverityBand = 'minor' | 'moderate' | 'severe';

/**
 * Hours, either one figure or by name: a tier of the customer, a severity of the team, a {@link SeverityBand}, or
 * `usual` for all others.
 */
export type LimitRule = number | Readonly<Record<string, number>>;

/** The time limits of a team. A step that is left out has no limit. */
export type LimitTable = Readonly<Partial<Record<CaseStep, LimitRule>>>;

/** Hours from the record to each step. A step without a limit is absent. */
export type CaseLimits = Partial<Record<CaseStep, number>>;

/** What the limits of one complaint depend on. */
export interface CaseFacts {
  /** As answered: a band, a level from `1` to `6`, or the team's own word. */
  severity?: string | null | undefined;
  /** The tier of the customer: `strategic`, `core`, `potential`, `general`, or the team's own word. */
  tier?: string | undefined;
}

/**
 * Limits that are usual in complaint handling: a first answer within 2 hours, 1 for the tiers with priority and 4 for
 * the others; a proposal within 4; solved within 24. That a severe complaint gets a third of the last one and a
 * moderate one two thirds is our own starting point.
 */
export const DEFAULT_LIMITS = {
  firstAnswer: { usual: 2, strategic: 1, core: 1, potential: 4, general: 4 },
  proposal: 4,
  solved: { usual: 24, moderate: 16, severe: 8 },
} as const satisfies LimitTable;

/** Severity in six levels: two for each band. */
const BANDS: readonly SeverityBand[] = ['minor', 'minor', 'moderate', 'moderate', 'severe', 'severe'];

/**
 * The limits of one complaint, in hours. Where both its tier and its severity have a figure, the shorter one counts.
 *
 * @throws HeedError `HEED_OPTION` for a figure that is not a positive number
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
  const figures = typeof rule === 'number' ? { usual: rule } : rule;
  for (const [name, hours] of Object.entries(figures)) check(`${step}.${name}`, hours);
  const found = [findFigure(figures, facts.tier), findSeverity(figures, facts.severity)].filter(
    (hours) => hours !== undefined,
  );
  return found.length > 0 ? Math.min(...found) : findFigure(figures, 'usual');
}

/** A level of its own comes before its band. */
function findSeverity(
  figures: Readonly<Record<string, number>>,
  severity: string | null | undefined,
): number | undefined {
  return findFigure(figures, severity) ?? findFigure(figures, BANDS[Number(severity) - 1]);
}

function findFigure(
  figures: Readonly<Record<string, number>>,
  name: string | null | undefined,
): number | undefined {
  return name && Object.hasOwn(figures, name) ? figures[name] : undefined;
}

function check(name: string, hours: number): void {
  if (Number.isFinite(hours) && hours > 0) return;
  const expected = 'a number of hours greater than 0';
  throw new HeedError('HEED_OPTION', `limitsOf: "${name}"`, `expected ${expected}, got ${hours}`, {
    expected,
    got: `${hours}`,
  });
}
