const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * A time in milliseconds: `500ms`, `30s`, `5m`, `12h`, `90d`, `0`, or `forever`, which is Infinity.
 *
 * @returns undefined when the text is none of these
 */
export function parseDuration(text: string): number | undefined {
  if (text === 'forever') return Infinity;
  if (text === '0') return 0;
  const [, figure, unit = ''] = /^(\d+(?:\.\d+)?)(ms|[smhd])$/.exec(text) ?? [];
  return figure ? Number(figure) * (UNITS[unit] ?? 0) : undefined;
}

/**
 * A share from 0 to 1: `25%` is 0.25.
 *
 * @returns undefined when the text is no percentage from 0 to 100
 */
export function parseShare(text: string): number | undefined {
  const percent = /^\d+(\.\d+)?%$/.test(text) ? parseFloat(text) : NaN;
  return percent <= 100 ? percent / 100 : undefined;
}

/** @returns undefined when the text is no whole number from 1 */
export function parseCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
