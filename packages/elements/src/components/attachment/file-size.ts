const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Returns the number of bytes of a size with a unit, such as `500KB` or `2.5 MB`; `NaN` if it is invalid. Units are decimal,
 * as in `Intl`.
 */
export function parseSize(text: string): number {
  const [, amount, prefix = ''] = /^ *(\d+(?:\.\d+)?) *([kmg]?)b *$/i.exec(text) ?? [];
  return Number(amount) * 1000 ** ' kmg'.indexOf(prefix.toLowerCase() || ' ');
}

/** Returns a localised size with its unit. */
export function formatSize(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return (bytes / 1000 ** step).toLocaleString(language, {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: step ? 'short' : 'long',
    maximumFractionDigits: 1,
  });
}
