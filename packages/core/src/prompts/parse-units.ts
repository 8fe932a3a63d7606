const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Parses a duration such as `500ms`, `30s`, `5m`, `12h`, `90d`, `0`, or `forever`, which is Infinity.
 *
 * @returns the milliseconds, or undefined if the text is invalid
 */
export function parseDuration(text: string): number | undefined {
  if (text === 'forever') return Infinity;
  if (text === '0') return 0;
  const [, figure, unit = ''] = /^(\d+(?:\.\d+)?)(ms|[smhd])$/.exec(text) ?? [];
  return figure ? Number(figure) * (UNITS[unit] ?? 0) : undefined;
}

/**
 * Parses a percentage from 0 to 100 into a share: `25%` is 0.25.
 *
 * @returns undefined if the text is invalid
 */
export function parseShare(text: string): number | undefined {
  const percent = /^\d+(\.\d+)?%$/.test(text) ? parseFloat(text) : NaN;
  return percent <= 100 ? percent / 100 : undefined;
}

/**
 * Parses a whole number of 1 or more.
 *
 * @returns undefined if the text is invalid
 */
export function parseCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
