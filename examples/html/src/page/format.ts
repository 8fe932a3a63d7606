/** Numbers, money and times as the page's language writes them. */

function language(): string {
  return document.documentElement.lang;
}

/** A whole number, or one digit after the point. */
export function formatNumber(value: number, digits = 0): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language(), options).format(value);
}

/** With its sign, as a net promoter score is written; a real minus, which is as wide as the plus. */
export function formatSigned(value: number): string {
  const options = { maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(language(), options).format(value).replace('-', '−');
}

/** @param value 0–100 */
export function formatPercent(value: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(value / 100);
}

export function formatMoney(euros: number): string {
  return new Intl.NumberFormat(language(), { style: 'currency', currency: 'EUR' }).format(euros);
}

/** Such as "2.4 MB"; a kilobyte has 1,000 bytes. */
export function formatBytes(bytes: number): string {
  const [unit, size] =
    bytes < 1e3 ? ['byte', 1] : bytes < 1e6 ? ['kilobyte', 1e3] : (['megabyte', 1e6] as const);
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language(), options).format(bytes / size);
}

export function formatDay(time: number): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(language(), options).format(time);
}

/** The time of day when it was today, else the day. */
export function formatTime(time: number): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  const options = isToday
    ? ({ hour: '2-digit', minute: '2-digit' } as const)
    : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(language(), options).format(time);
}

/** Such as "in 4 seconds" or "in 2 minutes". */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const format = new Intl.RelativeTimeFormat(language());
  return seconds < 100 ? format.format(seconds, 'second') : format.format(Math.round(seconds / 60), 'minute');
}

/** Replaces each `{name}` by the value of that name. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
