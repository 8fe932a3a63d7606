/** The longest name that every file system takes has 255 bytes; a character has up to four. */
const MAX_CHARACTERS = 60;
const MAX_EXTENSION = 12;

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
  const characters = Array.from(name);
  if (characters.length <= MAX_CHARACTERS) return name;
  const dot = characters.lastIndexOf('.');
  const isExtension = dot > 0 && characters.length - dot <= MAX_EXTENSION;
  const extension = isExtension ? characters.slice(dot) : [];
  return [...characters.slice(0, MAX_CHARACTERS - extension.length), ...extension].join('');
}
