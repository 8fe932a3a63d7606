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
  const bare = [[], {}] as readonly Jsonable[];
  return JSON.stringify(value, function (this: Record<string, Jsonable | undefined>, name, json: unknown) {
    const given = this[name];
    // A class such as `Date` or `URL` has one of its own, which counts.
    return bare.some(({ toJSON }) => toJSON === given?.toJSON) ? given : json;
  });
}
