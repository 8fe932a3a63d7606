/** What of a reply the visitor may see. */
export interface Details {
  reference?: string;
  message?: string;
  statusUrl?: string;
}

/**
 * Takes these texts out of a reply whose sender is not trusted, and nothing else.
 *
 * @param text undefined where there was no reply
 */
export function readDetails(text: string | undefined, names: readonly (keyof Details)[]): Details {
  const details: Details = {};
  try {
    const reply = JSON.parse(text as string) as Record<string, unknown>;
    for (const name of names) {
      const value = reply[name];
      if (typeof value === 'string' && (name !== 'statusUrl' || /^https?:/i.test(value)))
        details[name] = value;
    }
  } catch {
    // No JSON: there is nothing to show.
  }
  return details;
}
