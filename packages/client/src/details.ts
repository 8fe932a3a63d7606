/** What of a reply the visitor may see. */
export interface Details {
  reference?: string;
  message?: string;
  statusUrl?: string;
}

/** Takes the texts that the visitor is shown out of a reply whose sender is not trusted, and nothing else. */
export function readDetails(text: string): Details {
  const details: Details = {};
  try {
    const reply = JSON.parse(text) as Record<string, unknown>;
    for (const name of ['reference', 'message', 'statusUrl'] as const) {
      const value = reply[name];
      if (typeof value === 'string' && (name !== 'statusUrl' || /^https?:/i.test(value)))
        details[name] = value;
    }
  } catch {
    // No JSON: there is nothing to show.
  }
  return details;
}
