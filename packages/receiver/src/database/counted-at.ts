/** The longest plausible time between an answer on a device and its arrival: 30 days. */
const MAX_DELAY_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Returns the time at which a response counts in filters and periods: `submittedAt`, or `receivedAt` if the device's
 * clock must be wrong. A response cannot be submitted after its arrival, and a response that claims a delay of more than
 * 30 days is assumed to come from a device whose clock is behind. Otherwise, such responses would create periods in the
 * future, or change periods that were reported long ago.
 *
 * @param submittedAt time of the device, in milliseconds since 1970
 * @param receivedAt time of the receiver, in milliseconds since 1970
 */
export function getCountedAt(submittedAt: number, receivedAt: number): number {
  const delayMs = receivedAt - submittedAt;
  return delayMs >= 0 && delayMs <= MAX_DELAY_MS ? submittedAt : receivedAt;
}
