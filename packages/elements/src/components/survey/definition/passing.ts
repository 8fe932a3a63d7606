/** Errors of the network, which another attempt may not have. */
export const passing = new WeakSet<Error>();
