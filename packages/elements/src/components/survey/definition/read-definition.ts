import { HeedError } from '@heed/core';
import { checkSurvey, type SurveyDefinition } from '@heed/core/survey';

/** Maximum size of a survey as JSON. */
export const MAX_BYTES = 256 * 1024;

/**
 * Parses and validates a survey as JSON, such as the text of a `<script type="application/json">`.
 *
 * @throws HeedError `HEED_DEFINITION` if the survey is invalid or larger than 256 KB
 */
export function readDefinition(text: string): SurveyDefinition {
  if (text.length > MAX_BYTES) throw createSizeError();
  return checkSurvey(parse(text));
}

export function createSizeError(): HeedError {
  return new HeedError('HEED_DEFINITION', 'survey', `expected at most ${MAX_BYTES / 1024} KB`);
}

/** Tags that a text filter has inserted between the lines. Survey JSON contains nothing similar. */
const INSERTED_TAGS = /<\/?(?:br|p)\b[^<>]*>/g;

/** The browser's error message quotes the JSON, so only the position is taken from it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const clean = text.replace(INSERTED_TAGS, '');
    if (clean !== text) return parse(clean);
    const [position = 'an unknown position'] = /line \d+ column \d+|position \d+/.exec(String(error)) ?? [];
    throw new HeedError('HEED_DEFINITION', 'survey', `expected JSON, got invalid JSON at ${position}`);
  }
}
