const MAX_LENGTH = 120;
/** Control characters, marks that turn the reading direction, line breaks and halves of a character. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The name without a folder, and without what could make it look like another one. `file` where nothing is left. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const [stem, extension] = splitName(last.replace(UNSAFE, '').replace(/^[.\s]+|[.\s]+$/g, ''));
  const room = Math.max(0, MAX_LENGTH - extension.length);
  return [...stem].slice(0, room).join('') + extension.slice(0, MAX_LENGTH) || 'file';
}

/** The name, with a number where another file has it already: a file is told by its name. */
export function distinguish(name: string, taken: readonly string[]): string {
  const [stem, extension] = splitName(name);
  for (let number = 2, free = name; ; number++) {
    if (!taken.includes(free)) return free;
    free = `${stem} (${number})${extension}`;
  }
}

/** Stem and extension, which begins with its dot and is empty where there is none. */
export function splitName(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}
