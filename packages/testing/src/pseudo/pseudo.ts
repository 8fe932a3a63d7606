/** A pseudo-language: accented English of double length, which shows text that does not fit or is not localized. */

/** A string, or its plural forms. */
type Entry = string | Partial<Record<string, string>>;

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþʠŕšţûṽŵẋýž';
/** The length of the longest word, about the length of a long German word. */
const PIECE_LENGTH = 14;

/**
 * Returns strings in the pseudo-language: `Send` becomes `[Šéñð ~~~~]`. Placeholders such as `{value}` stay. A missing
 * bracket shows truncated text, and a letter without an accent shows text that is not localized.
 */
export function toPseudo<Strings extends object>(strings: Strings): Strings {
  const entries = Object.entries(strings as Record<string, Entry>);
  return Object.fromEntries(entries.map(([key, entry]) => [key, toPseudoEntry(entry)])) as Strings;
}

/** Returns a text in the pseudo-language. */
export function toPseudoText(text: string): string {
  const filler = '~'.repeat(text.length).replace(new RegExp(`~{${PIECE_LENGTH}}(?=~)`, 'g'), '$& ');
  return `[${toAccented(text)} ${filler}]`;
}

function toPseudoEntry(entry: Entry): Entry {
  if (typeof entry === 'string') return toPseudoText(entry);
  return Object.fromEntries(Object.entries(entry).map(([form, text = '']) => [form, toPseudoText(text)]));
}

function toAccented(text: string): string {
  return text.replace(/\{\w+\}|[A-Za-z]/g, (found) => ACCENTED[PLAIN.indexOf(found)] ?? found);
}
