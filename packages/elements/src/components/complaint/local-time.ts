/** Converts a local time to an ISO 8601 time, as in the record. An invalid time is returned unchanged. */
export function toIsoTime(local: string): string {
  const time = Date.parse(local);
  return Number.isNaN(time) ? local : new Date(time).toISOString();
}

/** Returns a time as the value of `<input type="datetime-local">`, which has no time zone; empty if it is invalid. */
export function toLocalTime(time: string | number): string {
  const timeMs = new Date(time).getTime();
  if (Number.isNaN(timeMs)) return '';
  const offsetMs = new Date(timeMs).getTimezoneOffset() * 60 * 1000;
  return new Date(timeMs - offsetMs).toISOString().slice(0, 16);
}
