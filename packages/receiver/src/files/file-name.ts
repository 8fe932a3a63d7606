/** File systems allow 255 bytes, and some programs append a number to a duplicate name. */
const MAX_BYTES = 200;
const EXTENSION = /\.[a-z0-9]{1,12}$/i;

/**
 * Control characters, and characters that change the text direction: `photo\u202Egpj.exe` is displayed as
 * `photoexe.jpg`.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/** Characters that Windows forbids in a file name. */
const FORBIDDEN = /[<>:"|?*]/g;

/**
 * Returns a file name that every operating system can save: at most 200 bytes, without folders, control characters
 * and leading or trailing dots. Returns `file` if nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(HIDDEN, '').replace(FORBIDDEN, '_');
  return trimDots(shorten(trimDots(clean))) || 'file';
}

/** Some systems hide a file with a leading dot and drop trailing dots and spaces. */
function trimDots(name: string): string {
  return name.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

/** Keeps the extension, which identifies the type of the file to people and programs. */
function shorten(name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).byteLength <= MAX_BYTES) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  // encodeInto() never splits a character.
  const { read } = encoder.encodeInto(stem, new Uint8Array(MAX_BYTES - extension.length));
  return stem.slice(0, read) + extension;
}
