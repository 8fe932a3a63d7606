/** A local time as the record has times; what is none stays as it was entered. */
export function toMoment(local: string): string {
  const time = Date.parse(local);
  return Number.isNaN(time) ? local : new Date(time).toISOString();
}

/** A time in the notation of the native field, which knows no time zone; empty for what is none. */
export function toLocalTime(moment: string | number): string {
  const time = new Date(moment).getTime();
  if (Number.isNaN(time)) return '';
  const offsetMs = new Date(time).getTimezoneOffset() * 60 * 1000;
  return new Date(time - offsetMs).toISOString().slice(0, 16);
}
