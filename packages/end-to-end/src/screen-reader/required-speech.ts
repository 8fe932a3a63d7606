/** Tells whether the sentences that a flow requires were heard. */
import { DEFAULT_VOICE, type Utterance } from './desktop/speech.ts';

/**
 * Returns the sentences that were not heard in this order. A sentence that runs into its neighbour counts as not
 * heard, wherever it occurs: "Thank youWe have received your answer" is neither of its two sentences.
 */
export function findMissing(spoken: readonly Utterance[], sentences: readonly string[]): string[] {
  const heard = spoken
    .filter(({ isCutOff }) => !isCutOff)
    .map(({ text }) => text)
    .join(' ');
  let from = 0;
  return sentences.filter((sentence) => {
    const at = heard.indexOf(sentence, from);
    if (at === -1 || !isAlwaysApart(heard, sentence)) return true;
    from = at + sentence.length;
    return false;
  });
}

/** Returns the languages of voices that Orca asked for besides the expected one. */
export function findOtherVoices(spoken: readonly Utterance[], language: string): string[] {
  const asked = spoken.map((utterance) => utterance.language);
  return [...new Set(asked)].filter((voice) => voice !== language && voice !== DEFAULT_VOICE);
}

function isAlwaysApart(heard: string, sentence: string): boolean {
  const parts = heard.split(sentence);
  const before = parts.slice(0, -1).every((part) => !/[\p{L}\p{N}]$/u.test(part));
  const after = parts.slice(1).every((part) => !/^[\p{L}\p{N}]/u.test(part));
  return before && after;
}
