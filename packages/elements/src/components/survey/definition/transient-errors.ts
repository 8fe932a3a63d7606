/** Network errors: another attempt may succeed. */
export const transientErrors = new WeakSet<Error>();
