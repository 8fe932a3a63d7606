/** Sends the entries that are due. */
export const DUE = 1;
/** Sends all entries, unless the endpoint asked for a pause. */
export const ALL = 2;
export type Scope = typeof DUE | typeof ALL;
