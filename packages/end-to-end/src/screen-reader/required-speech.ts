/** Checks whether the sentences that a flow requires were heard. */
import { DEFAULT_VOICE, type Utterance } from './desktop/speech.ts';

/**
 * Returns the sentences that were not heard in this order. A sentence that runs into another counts as not heard, even
 * if it also occurs separately: "Thank youWe have received your answer" contains neither sentence.
 */
export function findMissingSentences(spoken: readonly Utterance[], sentences: readonly string[]): string[] {
  const heard = spoken
    .filter(({ isCutOff }) => !isCutOff)
    .map(({ text }) => text)
    .join(' ');
  let from = 0;
  return sentences.filter((sentence) => {
    const at = heard.indexOf(sentence, from);
    if (at === -1 || !isAlwaysSeparate(heard, sentence)) return true;
    from = at + sentence.length;
    return false;
  });
}

/** Returns the languages of requested voices other than the expected one and Orca's own. */
export function findUnexpectedVoices(spoken: readonly Utterance[], language: string): string[] {
  const requested = spoken.map((utterance) => utterance.language);
  return [...new Set(requested)].filter((voice) => voice !== language && voice !== DEFAULT_VOICE);
}

function isAlwaysSeparate(heard: string, sentence: string): boolean {
  const parts = heard.split(sentence);
  const before = parts.slice(0, -1).every((part) => !/[\p{L}\p{N}]$/u.test(part));
  const after = parts.slice(1).every((part) => !/^[\p{L}\p{N}]/u.test(part));
  return before && after;
}
