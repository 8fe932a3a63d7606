/** Formats a number with three significant digits: `0.53`, `1.72`, `306`, `43,356`. */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return (value >= 1000 ? Math.round(value) : rounded).toLocaleString('en');
}

/** Formats a ratio with two significant digits: `1.4×`. */
export function formatRatio(value: number, base: number): string {
  return `${Number((value / base).toPrecision(2)).toLocaleString('en')}×`;
}

/** Formats a figure with its ratio to another: `43,356 B (11×)`. Omits the ratio if the other is 0. */
export function formatWithRatio(value: number, unit: string, base: number | undefined): string {
  const absolute = `${formatNumber(value)}${unit}`;
  return base ? `${absolute} (${formatRatio(value, base)})` : absolute;
}
