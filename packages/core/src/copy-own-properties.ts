/**
 * Returns a copy without inherited properties. A page may have added members to `Object.prototype`, such as an
 * `endpoint`, which must not be mistaken for an option.
 */
export function copyOwnProperties<JsonObject extends object>(members: JsonObject | undefined): JsonObject {
  return Object.assign(Object.create(null) as JsonObject, members);
}
