interface Jsonable {
  toJSON?: unknown;
}

/**
 * Writes a value as JSON, as `JSON.stringify()` does in a page that leaves built-ins alone. Prototype.js and others give
 * all arrays or all objects a `toJSON()`, so that a list would arrive as a text.
 *
 * @returns as `JSON.stringify()`: undefined for what JSON cannot hold, such as a function
 * @throws TypeError for a cycle or a BigInt
 */
export function toJson(value: unknown): string {
  const inherited = [([] as Jsonable).toJSON, ({} as Jsonable).toJSON];
  return JSON.stringify(value, function (this: Record<string, Jsonable | undefined>, name, json: unknown) {
    const given = this[name];
    // The own `toJSON()` of a class such as `Date` or `URL` is respected.
    return inherited.includes(given?.toJSON) ? given : json;
  });
}
