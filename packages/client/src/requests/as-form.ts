import type { Message } from '../api/options.ts';

/**
 * Parsers want 27 to 70 characters. With the id, which nobody knows while the content is written, it occurs in none.
 */
const BOUNDARY = '----heed-form-data-boundary-';

/**
 * Posts the members of the JSON as the fields of a form: texts as they are, null as an empty text, which is what an empty
 * field of a form sends, and other values as JSON. Without files it is
 * `application/x-www-form-urlencoded`; with files it is `multipart/form-data`, and they follow the fields, unchanged.
 *
 * ```http
 * POST /f/feedback HTTP/1.1
 * content-type: application/x-www-form-urlencoded;charset=UTF-8
 *
 * v=1&id=01939f6e-1c80-7abc-8def-0123456789ab&survey=checkout&answers=%5B%7B%22name%22…
 * ```
 *
 * @param message its JSON must be an object: a record is one, and what `transform` makes must be
 * @param fileField the name under which each file is sent
 */
export function asForm({ id, body, files = [] }: Message, fileField = 'file'): RequestInit {
  // With a function of its own, since a page may have made dates of all texts that look like one.
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
  // oxlint-disable-next-line no-restricted-properties -- with a replacer of its own
  return typeof value === 'string' ? value : JSON.stringify(value, asParsed);
}

/** Instead of what a `toJSON()` makes of it: what was parsed has none, but a page may have given one to all lists. */
function asParsed(this: Record<string, unknown>, name: string): unknown {
  return this[name];
}

function describe(value: string | File): string {
  if (typeof value === 'string') return '';
  return `; filename="${escapeName(value.name)}"\r\nContent-Type: ${value.type || 'application/octet-stream'}`;
}

/** As https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data says. */
function escapeName(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}
