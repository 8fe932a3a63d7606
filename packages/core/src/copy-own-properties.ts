/**
 * The members of an object without what it inherits. A page may have hung anything on all objects, such as an `endpoint`,
 * which must not be taken for an option that somebody has set.
 */
export function copyOwnProperties<JsonObject extends object>(members: JsonObject | undefined): JsonObject {
  return Object.assign(Object.create(null) as JsonObject, members);
}
