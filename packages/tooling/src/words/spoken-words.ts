/** Which words the sources of the elements say, read from their text. */

export interface Source {
  /** From the folder of all sources: `nps/nps.words.ts`. */
  path: string;
  text: string;
}

/** A call of `say`, from its first argument on. */
const SAY = /\bsay\(\s*/g;
/** A key, or a template of keys. */
const KEY = /'([^'\n]*)'|`([^`]*)`/g;
/** Not said, only compared with. */
const COMPARED = /[=!]==\s*'[^'\n]*'/g;
/** A comment, unless it stands in a text. */
const COMMENT = /('[^'\n]*')|\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g;
/** Their entries: one in a line, as the formatter leaves them. */
const ENTRY = /^ {2}'?([\w-]+)'?:(?= |$)/gm;

/** What is said and is no word, and words that nothing says; empty when all is well. */
export function findStrays(sources: readonly Source[]): string[] {
  const holders = sources.filter(holdsWords);
  const code = sources
    .filter((source) => !holders.includes(source))
    .map(({ path, text }) => ({ path, text: text.replace(COMMENT, '$1') }));
  const keys = new Set(holders.flatMap(findWords));
  const unknown = code.flatMap((source) =>
    findSaid(source)
      .filter((said) => ![...keys].some((key) => matches(said, key)))
      .map((said) => `${source.path} says "${said}", which is no word`),
  );
  return [...unknown, ...holders.flatMap((holder) => findUnused(holder, code))];
}

/** It says no words, it has them. */
export function holdsWords({ path }: Source): boolean {
  return path.endsWith('.words.ts') || path === 'internal/english.ts';
}

/** The words that a file holds. */
export function findWords({ text }: Source): string[] {
  return [...text.matchAll(ENTRY)].map(([, key]) => key ?? '');
}

/** Folders of what several elements share. */
const SHARED = ['internal', 'steps'];

/** Words of an element are said or named in its folder, shared ones anywhere. */
function findUnused(holder: Source, code: readonly Source[]): string[] {
  const [folder = ''] = holder.path.split('/');
  const near = code.filter(({ path }) => SHARED.includes(folder) || path.startsWith(`${folder}/`));
  const said = near.flatMap(findSaid);
  const isNamed = (key: string): boolean => near.some(({ text }) => names(text, key));
  return findWords(holder)
    .filter((key) => !isNamed(key) && !said.some((one) => matches(one, key)))
    .map((key) => `${holder.path} holds "${key}", which nothing says`);
}

/** The first argument of every `say(…)`: texts and templates, also those that a condition chooses from. */
function findSaid({ text }: Source): string[] {
  return [...text.matchAll(SAY)].flatMap(({ 0: call, index }) =>
    [
      ...takeArgument(text.slice(index + call.length))
        .replace(COMPARED, '')
        .matchAll(KEY),
    ].map(([, key, template]) => key ?? template ?? ''),
  );
}

/** Up to the comma or the bracket that ends it. */
function takeArgument(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (depth === 0 && /[,)]/.test(letter)) return text.slice(0, at);
    if (/[([{]/.test(letter)) depth++;
    else if (/[)\]}]/.test(letter)) depth--;
  }
  return text;
}

/** `${kind}Title` stands for every word that ends in that way. */
function matches(said: string, key: string): boolean {
  const parts = said.split(/\$\{[^}]*\}/).map((part) => part.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\w+')}$`).test(key);
}

/** As a text or as the name of a property, where a table leads from one to the other. */
function names(text: string, key: string): boolean {
  const bare = /^\w+$/.test(key) ? `|\\b${key}:` : '';
  return new RegExp(`'${key}'${bare}`).test(text);
}
