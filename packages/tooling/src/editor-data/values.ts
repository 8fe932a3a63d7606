/**
 * The words that a type allows: of `'a' | 'b'`, or of a type that the module makes of a list,
 * `type Display = (typeof DISPLAYS)[number]`. The manifest holds the type's name alone, and TypeScript 7 has no
 * interface that could be asked.
 */
export function readValues(type: string, source: string): string[] {
  return quoted(type) ?? quoted(expand(type, source)) ?? [];
}

/** What stands behind a name, as it is written in the module; the name itself when it is not from there. */
function expand(type: string, source: string): string {
  const name = type.replace(/ \| (undefined|null)/g, '');
  const alias = new RegExp(`type ${name} =([^;]+);`).exec(source)?.[1] ?? '';
  const list = /\(typeof (\w+)\)\[number\]/.exec(alias)?.[1];
  const items = list && new RegExp(`const ${list} = \\[([^\\]]+)\\]`).exec(source)?.[1];
  return items?.replaceAll(',', ' | ') ?? alias;
}

/** Undefined unless all of it are words in quotes, or absent. */
function quoted(type: string): string[] | undefined {
  const parts = type.split('|').map((part) => part.trim());
  const words = parts.filter((part) => part !== '' && part !== 'undefined' && part !== 'null');
  if (words.length === 0 || !words.every((word) => /^'[^']*'$/.test(word))) return undefined;
  return words.map((word) => word.slice(1, -1));
}
