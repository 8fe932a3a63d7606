/** The limits of one request. This file imports nothing, so that bundlers can inline the numbers. */

export const ATTEMPT_LIMIT_MS = 30_000;
/** Files get more time: the number of bytes that a phone on a bad network sends in a millisecond. */
export const SLOWEST_BYTES_PER_MS = 16;
/** Browsers let 65,536 bytes outlive a page, for all of its requests together. */
export const KEEPALIVE_BYTES = 60_000;
/** In characters. More than a legitimate response needs. */
export const MAX_REPLY_LENGTH = 4096;
