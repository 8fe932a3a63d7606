/** The numbers of the queue. This file imports nothing, so that bundlers can inline them. */

/** The version that this code writes. Entries of a lower version are read as well; later ones are left unchanged. */
export const ENTRY_VERSION = 2;
/** The length of the UUID with which the key of every record begins. */
export const ID_LENGTH = 36;
/** Opening a database may never complete after a `deleteDatabase()` in another tab. */
export const STORAGE_LIMIT_MS = 2000;
