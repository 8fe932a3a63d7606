import { expect, it } from 'vitest';
import { findMissingSentences, findUnexpectedVoices } from './required-speech.ts';
import type { Utterance } from './desktop/speech.ts';

const THANKS = ['Thank you', 'We have received your answer'];

function speak(...texts: string[]): Utterance[] {
  return texts.map((text) => ({ text, language: 'en-US', isCutOff: false }));
}

it('finds sentences in order across several utterances', () => {
  expect(
    findMissingSentences(speak('statusbar.', 'Thank you.', 'We have received your answer.'), THANKS),
  ).toEqual([]);
});

it('reports a sentence that was not spoken or was spoken out of order', () => {
  expect(findMissingSentences(speak('Thank you.'), THANKS)).toEqual(['We have received your answer']);
  expect(findMissingSentences(speak('We have received your answer.', 'Thank you.'), THANKS)).toEqual([
    THANKS[1],
  ]);
});

it('reports a sentence that runs into another anywhere', () => {
  const together = 'Thank youWe have received your answer.';
  expect(findMissingSentences(speak(together), THANKS)).toEqual(THANKS);
  expect(
    findMissingSentences(speak('Thank you.', 'We have received your answer.', together), THANKS),
  ).toEqual(THANKS);
  expect(findMissingSentences(speak('شكرًا لكلقد استلمنا إجابتك.'), ['شكرًا لك'])).toEqual(['شكرًا لك']);
});

it('reports a sentence that was interrupted', () => {
  const [cutOff, ...others] = speak('Please choose an answer.', '1 of 5 stars').map((utterance, index) => ({
    ...utterance,
    isCutOff: index === 0,
  }));
  expect(cutOff?.isCutOff).toBe(true);
  expect(
    findMissingSentences([...(cutOff ? [cutOff] : []), ...others], ['Please choose an answer']),
  ).toHaveLength(1);
});

it('returns unexpected voices, except that of Orca', () => {
  const spoken = ['de', 'en-US', 'is', 'de'].map((language) => ({ text: '…', language, isCutOff: false }));
  expect(findUnexpectedVoices(spoken, 'de')).toEqual(['is']);
});
