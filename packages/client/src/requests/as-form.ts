import type { Message } from '../api/options.ts';

/**
 * Parsers require 27 to 70 characters. With the id, which is unknown while an answer is written, it occurs in no content.
 */
const BOUNDARY = '----heed-form-data-boundary-';

/**
 * Posts the members of the JSON as form fields: texts unchanged, null as an empty text (like an empty form field), and
 * other values as JSON. The content type is `application/x-www-form-urlencoded`, or `multipart/form-data` with files,
 * which follow the fields unchanged.
 *
 * ```http
 * POST /f/feedback HTTP/1.1
 * content-type: application/x-www-form-urlencoded;charset=UTF-8
 *
 * v=1&id=01939f6e-1c80-7abc-8def-0123456789ab&survey=checkout&answers=%5B%7B%22name%22…
 * ```
 *
 * @param message its JSON must be an object: a record is one, and the result of `transform` must be one
 * @param fileField the field name of each file
 */
export function asForm({ id, body, files = [] }: Message, fileField = 'file'): RequestInit {
  // The reviver returns each value unchanged: a page may have patched JSON.parse() to turn texts into dates.
  const members = JSON.parse(body, (_name, value: unknown) => value) as object;
  const fields = Object.entries(members).map(([name, value]): [string, string] => [name, toText(value)]);
  if (!files.length) return { body: new URLSearchParams(fields) };
  // FormData would choose another boundary with each attempt, and copies would differ.
  const boundary = (BOUNDARY + id).slice(0, 70);
  const parts = [...fields, ...files.map((file) => [fileField, file] as const)].flatMap(([name, value]) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${describe(value)}\r\n\r\n`,
    value,
    '\r\n',
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: new Blob([...parts, `--${boundary}--\r\n`]),
  };
}

function toText(value: unknown): string {
  if (value === null) return '';
  // oxlint-disable-next-line no-restricted-properties -- the replacer ignores toJSON()
  return typeof value === 'string' ? value : JSON.stringify(value, asParsed);
}

/** Returns the value itself instead of the result of `toJSON()`, which a page may have added to all arrays. */
function asParsed(this: Record<string, unknown>, name: string): unknown {
  return this[name];
}

function describe(value: string | File): string {
  if (typeof value === 'string') return '';
  return `; filename="${escapeName(value.name)}"\r\nContent-Type: ${value.type || 'application/octet-stream'}`;
}

/** Implements https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data. */
function escapeName(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}
