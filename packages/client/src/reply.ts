/** More than any honest reply needs. */
const MAX_REPLY = 4096;

/** What of a reply the visitor may see. */
export interface Details {
  reference?: string;
  message?: string;
  statusUrl?: string;
}

/**
 * Reads the text of a reply whose sender is not trusted.
 *
 * @returns what has arrived, when the rest is cut off or too much. Never rejects
 */
export async function readText({ body }: Response): Promise<string> {
  let text = '';
  try {
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part; text.length < MAX_REPLY && !(part = await reader?.read())?.done;) text += part?.value;
    void reader?.cancel();
  } catch {
    // The status counts all the same.
  }
  return text.slice(0, MAX_REPLY);
}

/** Takes the texts that the visitor is shown out of a JSON reply, and nothing else. */
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
