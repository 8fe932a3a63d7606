/** File systems take 255 bytes, and some programs put a number behind a name that is taken. */
const MAX_BYTES = 200;
const EXTENSION = /\.[a-z0-9]{1,12}$/i;

/** Control characters, and those that turn the direction of what is shown: `photo\u202Egpj.exe` reads as `photoexe.jpg`. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/** What Windows does not allow in a name. */
const FORBIDDEN = /[<>:"|?*]/g;

/**
 * The name under which a file is shown and saved: without folders, control characters and what would make it another
 * name on some system. `file` when nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(HIDDEN, '').replace(FORBIDDEN, '_');
  return trimDots(shorten(trimDots(clean))) || 'file';
}

/** A dot in front hides a file on some systems, one at the end is lost on others; so are blanks. */
function trimDots(name: string): string {
  return name.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

/** Keeps the extension, by which people and programs know what it is. */
function shorten(name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).byteLength <= MAX_BYTES) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  // Writes whole characters only.
  const { read } = encoder.encodeInto(stem, new Uint8Array(MAX_BYTES - extension.length));
  return stem.slice(0, read) + extension;
}
