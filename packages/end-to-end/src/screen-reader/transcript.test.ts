import { expect, it } from 'vitest';
import { describeDifference, toComparable, toTranscript } from './transcript.ts';
import type { Utterance } from './desktop/speech.ts';

function transcribe(...spoken: Utterance[]): string {
  const flow = { name: 'fixture', about: 'About.', page: '', steps: [] };
  return toTranscript(flow, [{ keys: 'Tab', spoken, missing: [] }]);
}

function utter(text: string, language = 'en-US', isCutOff = false): Utterance {
  return { text, language, isCutOff };
}

it('includes the language of a voice, except for speech of Orca', () => {
  expect(transcribe(utter('Absenden', 'de'), utter('push button.'))).toBe(
    'About.\n\nTab\n    de  Absenden\n        push button.\n',
  );
});

it('marks interrupted speech', () => {
  expect(transcribe(utter('Thank you.', 'en', true))).toContain('    en  Thank you.  (cut off)\n');
});

it('marks silence', () => {
  expect(transcribe()).toContain('Tab\n        (silence)\n');
});

it('omits reference numbers', () => {
  expect(transcribe(utter('Reference number HD-4GR-H16-9YT.'))).toContain('Reference number HD-….');
  expect(transcribe(utter('Reference number: H D, 4 G R, H 1 6, 9 Y T'))).toContain('Reference number: HD-…');
});

it('omits a transient focus on the document, but not a final one', () => {
  const document = [utter('Page', 'en'), utter('document web.')];
  expect(transcribe(utter('leaving form.'), ...document, utter('statusbar.'))).toBe(
    'About.\n\nTab\n        statusbar.\n',
  );
  expect(transcribe(...document)).toContain('en  Page\n        document web.\n');
});

it('compares only the keys of steps with random speech', () => {
  const flow = { name: 'fixture', about: '', page: '', steps: [] };
  const [one, other] = ['About.\n\nTab\n    a\n\nReturn\n    b\n', 'About.\n\nTab\n    a\n\nReturn\n    c\n'];
  expect(toComparable(flow, one)).not.toBe(toComparable(flow, other));
  const withRandomSpeech = { ...flow, onlyRequiredAfter: ['Return'] };
  expect(toComparable(withRandomSpeech, one)).toBe(toComparable(withRandomSpeech, other));
  expect(toComparable(withRandomSpeech, one)).not.toBe(
    toComparable(withRandomSpeech, one.replace('    a', '    d')),
  );
});

it('returns the first different line', () => {
  expect(describeDifference('Tab\n    a\n', 'Tab\n    b\n')).toBe('"b" instead of "a"');
});
