/**
 * Returns the strings that a type allows: `'a' | 'b'`, or a type that the module derives from a list,
 * `type Display = (typeof DISPLAYS)[number]`. The manifest contains only the name of the type, and TypeScript 7 has no
 * stable API to resolve it.
 */
export function readValues(type: string, source: string): string[] {
  return quoted(type) ?? quoted(expand(type, source)) ?? [];
}

/** Returns the definition of a type alias in the module, or an empty string. */
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
