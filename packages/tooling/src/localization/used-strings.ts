/** Which localized strings the sources of the elements use, read from their text. */

export interface Source {
  /** Relative to the folder of all sources: `locales/en/nps.ts`. */
  path: string;
  text: string;
}

/** A call of `t()`, up to its first argument. */
const CALL = /(?<![\w$])t\(\s*/g;
/** A key, or a template that builds keys. */
const KEY = /'([^'\n]*)'|`([^`]*)`/g;
/** A comparison: its operand is not used as a key. */
const COMPARISON = /[=!]==\s*'[^'\n]*'/g;
/** A comment, unless it is inside a string. */
const COMMENT = /('[^'\n]*')|\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g;
/** An entry of a file of strings: one per line, as the formatter writes them. */
const ENTRY = /^ {2}'?([\w-]+)'?:(?= |$)/gm;
const ENGLISH = 'locales/en/';

/** Returns a problem for each key that is used but not defined, and for each string that is defined but not used. */
export function findProblems(sources: readonly Source[]): string[] {
  const definitions = sources.filter(definesStrings);
  const code = sources
    .filter((source) => !definitions.includes(source))
    .map(({ path, text }) => ({ path, text: text.replace(COMMENT, '$1') }));
  const keys = definitions.flatMap(listKeys);
  const unknown = code.flatMap((source) =>
    listUsed(source)
      .filter((used) => !keys.some((key) => matches(used, key)))
      .map((used) => `${source.path} uses "${used}", which is not defined in ${ENGLISH}`),
  );
  return [...unknown, ...definitions.flatMap((definition) => findUnused(definition, code))];
}

export function definesStrings({ path }: Source): boolean {
  return path.startsWith(ENGLISH);
}

/** Returns the keys that a file of strings defines. */
export function listKeys({ text }: Source): string[] {
  return [...text.matchAll(ENTRY)].map(([, key]) => key ?? '');
}

/** A component's strings must be used in its folder; shared strings may be used anywhere. */
function findUnused(definition: Source, code: readonly Source[]): string[] {
  const folder = findFolder(definition, code);
  const candidates = code.filter(({ path }) => path.startsWith(folder));
  const used = candidates.flatMap(listUsed);
  const isNamed = (key: string): boolean => candidates.some(({ text }) => names(text, key));
  return listKeys(definition)
    .filter((key) => !isNamed(key) && !used.some((one) => matches(one, key)))
    .map((key) => `${definition.path} defines "${key}", which is not used in ${folder || 'any file'}`);
}

/** Returns the folder of the component that a file is named after, as in `complaint-receipt.ts`; '' for shared strings. */
function findFolder({ path }: Source, code: readonly Source[]): string {
  const [component = ''] = path.slice(ENGLISH.length).split(/[-.]/);
  const folder = `components/${component}/`;
  return code.some((source) => source.path.startsWith(folder)) ? folder : '';
}

/** Returns the first argument of every `t(…)`: strings and templates, including those that a condition chooses from. */
function listUsed({ text }: Source): string[] {
  return [...text.matchAll(CALL)].flatMap(({ 0: call, index }) =>
    [
      ...takeArgument(text.slice(index + call.length))
        .replace(COMPARISON, '')
        .matchAll(KEY),
    ].map(([, key, template]) => key ?? template ?? ''),
  );
}

/** Returns the text up to the comma or bracket that ends the first argument. */
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

/** Whether a key fits: `${kind}Title` matches every key that ends in "Title". */
function matches(used: string, key: string): boolean {
  const parts = used.split(/\$\{[^}]*\}/).map((part) => part.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\w+')}$`).test(key);
}

/** Whether the text contains the key as a string or a property name, as a lookup table does. */
function names(text: string, key: string): boolean {
  const bare = /^\w+$/.test(key) ? `|\\b${key}:` : '';
  return new RegExp(`'${key}'${bare}`).test(text);
}
