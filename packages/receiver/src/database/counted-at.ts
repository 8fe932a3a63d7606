/** How long an answer can plausibly wait on a device before it arrives: 30 days. */
const MAX_WAIT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Returns the time that a response counts at: `submittedAt`, unless the clock of the device must be wrong. A response
 * cannot be submitted after it arrived, and one that claims to have waited for more than 30 days is taken for one from a
 * device whose clock is behind. Both count at the time of arrival: otherwise they would make periods in the future, or
 * change periods that were reported long ago.
 *
 * @param submittedAt by the clock of the device, in milliseconds since 1970
 * @param receivedAt by the clock of the receiver, in milliseconds since 1970
 */
export function countedAt(submittedAt: number, receivedAt: number): number {
  const wait = receivedAt - submittedAt;
  return wait >= 0 && wait <= MAX_WAIT_MS ? submittedAt : receivedAt;
}
