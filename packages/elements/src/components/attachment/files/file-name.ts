const MAX_LENGTH = 120;
/** Control characters, bidirectional marks, line breaks and lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Returns the name without a folder and without misleading characters; `file` if nothing is left. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const [stem, extension] = splitName(last.replace(UNSAFE, '').replace(/^[.\s]+|[.\s]+$/g, ''));
  const room = Math.max(0, MAX_LENGTH - extension.length);
  return [...stem].slice(0, room).join('') + extension.slice(0, MAX_LENGTH) || 'file';
}

/** Returns the name, with a number if it is taken: messages and the record identify files by name. */
export function makeUnique(name: string, taken: readonly string[]): string {
  const [stem, extension] = splitName(name);
  for (let number = 2, free = name; ; number++) {
    if (!taken.includes(free)) return free;
    free = `${stem} (${number})${extension}`;
  }
}

/** Returns stem and extension. The extension includes its dot; it is empty if there is none. */
export function splitName(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}
