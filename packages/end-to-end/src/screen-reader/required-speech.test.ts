import { expect, it } from 'vitest';
import { findMissing, findOtherVoices } from './required-speech.ts';
import type { Utterance } from './desktop/speech.ts';

const THANKS = ['Thank you', 'We have received your answer'];

function speak(...texts: string[]): Utterance[] {
  return texts.map((text) => ({ text, language: 'en-US', isCutOff: false }));
}

it('finds sentences in order, over several utterances', () => {
  expect(findMissing(speak('statusbar.', 'Thank you.', 'We have received your answer.'), THANKS)).toEqual([]);
});

it('misses a sentence that was not spoken, or before the others', () => {
  expect(findMissing(speak('Thank you.'), THANKS)).toEqual(['We have received your answer']);
  expect(findMissing(speak('We have received your answer.', 'Thank you.'), THANKS)).toEqual([THANKS[1]]);
});

it('misses a sentence that runs into its neighbour, wherever that happens', () => {
  const together = 'Thank youWe have received your answer.';
  expect(findMissing(speak(together), THANKS)).toEqual(THANKS);
  expect(findMissing(speak('Thank you.', 'We have received your answer.', together), THANKS)).toEqual(THANKS);
  expect(findMissing(speak('شكرًا لكلقد استلمنا إجابتك.'), ['شكرًا لك'])).toEqual(['شكرًا لك']);
});

it('misses a sentence that was silenced for something else', () => {
  const [cutOff, ...others] = speak('Please choose an answer.', '1 of 5 stars').map((utterance, index) => ({
    ...utterance,
    isCutOff: index === 0,
  }));
  expect(cutOff?.isCutOff).toBe(true);
  expect(findMissing([...(cutOff ? [cutOff] : []), ...others], ['Please choose an answer'])).toHaveLength(1);
});

it('names the voices of other languages, and not that of Orca', () => {
  const spoken = ['de', 'en-US', 'is', 'de'].map((language) => ({ text: '…', language, isCutOff: false }));
  expect(findOtherVoices(spoken, 'de')).toEqual(['is']);
});
