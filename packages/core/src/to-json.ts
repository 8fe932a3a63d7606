interface Jsonable {
  toJSON?: unknown;
}

/**
 * Serialises a value as `JSON.stringify()` does in a page that does not modify built-ins. Prototype.js and others add
 * a `toJSON()` to all arrays or objects, which would turn a list into a string.
 *
 * @returns the JSON, or undefined for a value that JSON cannot represent, such as a function
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
