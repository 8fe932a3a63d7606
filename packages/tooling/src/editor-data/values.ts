/**
 * Returns the strings that a type allows: `'a' | 'b'`, or a type that the module derives from a list,
 * `type Display = (typeof DISPLAYS)[number]`. The manifest contains only the name of the type, and TypeScript 7 has no
 * stable API to resolve it.
 */
export function readValues(type: string, source: string): string[] {
  return readLiterals(type) ?? readLiterals(expand(type, source)) ?? [];
}

/** Returns the definition of a type alias in the module, or an empty string. */
function expand(type: string, source: string): string {
  const name = type.replace(/ \| (undefined|null)/g, '');
  const alias = new RegExp(`type ${name} =([^;]+);`).exec(source)?.[1] ?? '';
  const list = /\(typeof (\w+)\)\[number\]/.exec(alias)?.[1];
  const items = list && new RegExp(`const ${list} = \\[([^\\]]+)\\]`).exec(source)?.[1];
  return items?.replaceAll(',', ' | ') ?? alias;
}

/** Returns the strings of a union of string literals and `undefined`. Returns `undefined` for other types. */
function readLiterals(type: string): string[] | undefined {
  const parts = type.split('|').map((part) => part.trim());
  const literals = parts.filter((part) => part !== '' && part !== 'undefined' && part !== 'null');
  if (literals.length === 0 || !literals.every((literal) => /^'[^']*'$/.test(literal))) return undefined;
  return literals.map((literal) => literal.slice(1, -1));
}
