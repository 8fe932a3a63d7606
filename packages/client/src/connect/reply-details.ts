/** The members of a response that the user may see. */
export interface ReplyDetails {
  reference?: string;
  message?: string;
  statusUrl?: string;
}

/**
 * Reads these texts, and nothing else, from the body of a response. The sender of the response is not trusted.
 *
 * @param text undefined without a response
 */
export function readReplyDetails(
  text: string | undefined,
  names: readonly (keyof ReplyDetails)[],
): ReplyDetails {
  const details: ReplyDetails = {};
  try {
    const reply = JSON.parse(text as string) as Record<string, unknown>;
    for (const name of names) {
      const value = reply[name];
      if (typeof value === 'string' && (name !== 'statusUrl' || /^https?:/i.test(value)))
        details[name] = value;
    }
  } catch {
    // Without JSON there is nothing to show.
  }
  return details;
}
