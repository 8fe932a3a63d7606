const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Bytes of a size with its unit, such as `500KB` or `2.5 MB`. Units are decimal, as `Intl` and the prefixes mean them.
 *
 * @returns NaN where it is none
 */
export function parseSize(text: string): number {
  const [, amount, prefix = ''] = /^ *(\d+(?:\.\d+)?) *([kmg]?)b *$/i.exec(text) ?? [];
  return Number(amount) * 1000 ** ' kmg'.indexOf(prefix.toLowerCase() || ' ');
}

/** A size with its unit in the words of a language. */
export function formatSize(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return (bytes / 1000 ** step).toLocaleString(language, {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: step ? 'short' : 'long',
    maximumFractionDigits: 1,
  });
}
