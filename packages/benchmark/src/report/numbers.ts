/** How figures are written. */

/** Three digits that count: `0.53`, `1.72`, `306`, `43,356`. */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return (value >= 1000 ? Math.round(value) : rounded).toLocaleString('en');
}

/** A figure beside that of Heed: `43,356 B (11×)`. Without a ratio where Heed's is 0. */
export function formatBeside(value: number, unit: string, heed: number | undefined): string {
  const absolute = `${formatNumber(value)}${unit}`;
  return heed ? `${absolute} (${Number((value / heed).toPrecision(2)).toLocaleString('en')}×)` : absolute;
}
