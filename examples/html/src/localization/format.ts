/** Formats numbers, money and times for the language of the page. */

function language(): string {
  return document.documentElement.lang;
}

/** Formats a number, by default without decimals. */
export function formatNumber(value: number, digits = 0): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language(), options).format(value);
}

/** Formats a net promoter score with its sign. Uses the minus sign U+2212, which is as wide as the plus sign. */
export function formatSigned(value: number): string {
  const options = { maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(language(), options).format(value).replace('-', '−');
}

/** Formats a percentage. @param value from 0 to 100 */
export function formatPercent(value: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(value / 100);
}

export function formatMoney(euros: number): string {
  return new Intl.NumberFormat(language(), { style: 'currency', currency: 'EUR' }).format(euros);
}

/** Formats a size, for example "2.4 MB". A kilobyte is 1,000 bytes. */
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

/** Formats a time of today as the time of day, and any other time as the day. */
export function formatTime(time: number): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  const options = isToday
    ? ({ hour: '2-digit', minute: '2-digit' } as const)
    : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(language(), options).format(time);
}

/** Formats a duration, for example "in 4 seconds" or "in 2 minutes". */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const format = new Intl.RelativeTimeFormat(language());
  return seconds < 100 ? format.format(seconds, 'second') : format.format(Math.round(seconds / 60), 'minute');
}

/** Replaces each placeholder `{name}` with its value. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
