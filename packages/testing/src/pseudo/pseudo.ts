/** A language that nobody speaks: English of double length, to see what does not fit and what is not translated. */

/** One word, or its plural forms. */
type Entry = string | Partial<Record<string, string>>;

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþʠŕšţûṽŵẋýž';
/** The longest piece that cannot be broken, about a long word of German. */
const PIECE_LENGTH = 14;

/**
 * The words of a language as pseudo-language: `Send` becomes `[Šéñð ~~~~]`. Places such as `{value}` stay.
 * Brackets show where an end was cut off, plain letters what has not come from the words.
 */
export function toPseudo<Words extends object>(words: Words): Words {
  const entries = Object.entries(words as Record<string, Entry>);
  return Object.fromEntries(entries.map(([key, entry]) => [key, toPseudoEntry(entry)])) as Words;
}

/** One text as pseudo-language. */
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
