/** How figures are written. */

/** Three digits that count: `0.53`, `1.72`, `306`, `43,356`. */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return (value >= 1000 ? Math.round(value) : rounded).toLocaleString('en');
}

/** How many times as much, in two digits that count: `1.4×`. */
export function formatRatio(value: number, base: number): string {
  return `${Number((value / base).toPrecision(2)).toLocaleString('en')}×`;
}

/** A figure with its ratio to another: `43,356 B (11×)`. Without it where the other is 0. */
export function formatBeside(value: number, unit: string, base: number | undefined): string {
  const absolute = `${formatNumber(value)}${unit}`;
  return base ? `${absolute} (${formatRatio(value, base)})` : absolute;
}
