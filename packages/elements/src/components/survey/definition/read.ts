import { HeedError } from '@heed/core';
import { checkSurvey, type SurveyDefinition } from '@heed/core/survey';

/** A survey larger than this is none, wherever it comes from. */
export const MAX_BYTES = 256 * 1024;

/**
 * Reads a survey as JSON, such as the text of a `<script type="application/json">`.
 *
 * @throws HeedError `HEED_DEFINITION` for what is no survey, or is larger than 256 KB
 */
export function readDefinition(text: string): SurveyDefinition {
  if (text.length > MAX_BYTES) throw tooLarge();
  return checkSurvey(parse(text));
}

export function tooLarge(): HeedError {
  return new HeedError('HEED_DEFINITION', 'survey', `expected at most ${MAX_BYTES / 1024} KB`);
}

/** Breaks and paragraphs that a text filter has put between the lines; nothing else of JSON looks like them. */
const FILTERED = /<\/?(?:br|p)\b[^<>]*>/g;

/** A browser's own message repeats what it has read, and goes no further than the place. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const clean = text.replace(FILTERED, '');
    if (clean !== text) return parse(clean);
    const [place = 'somewhere'] = /line \d+ column \d+|position \d+/.exec(String(error)) ?? [];
    throw new HeedError('HEED_DEFINITION', 'survey', `expected JSON, got something else at ${place}`);
  }
}
