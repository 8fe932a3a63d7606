import type { Reply } from './options.ts';

/** More than any honest reply needs. */
const MAX_REPLY = 16_384;
const MAX_TEXT = 2000;

/** What of a reply the visitor may see. */
export interface Details {
  reference?: string;
  message?: string;
  statusUrl?: string;
}

/** Reads a reply whose sender is not trusted. Never rejects: the status alone counts when the rest is cut off. */
export async function readReply(response: Response): Promise<Reply> {
  const { status, headers, body } = response;
  let text = '';
  try {
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      text += chunk.value;
      if (text.length > MAX_REPLY) {
        void reader?.cancel();
        throw 0;
      }
    }
  } catch {
    text = '';
  }
  return { status, headers, text };
}

/** Takes the texts that the visitor is shown out of a JSON reply, and nothing else. */
export function readDetails(text: string): Details {
  const details: Details = {};
  try {
    const reply = JSON.parse(text) as Record<string, unknown>;
    for (const name of ['reference', 'message', 'statusUrl'] as const) {
      const value = reply[name];
      if (typeof value !== 'string' || !value || value.length > MAX_TEXT) continue;
      if (name !== 'statusUrl' || /^https?:\/\//i.test(value)) details[name] = value;
    }
  } catch {
    // No JSON: there is nothing to show.
  }
  return details;
}
