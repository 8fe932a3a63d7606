import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSpeech } from './speech.ts';

function log(...entries: unknown[][]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'heed-speech-')), 'log');
  writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return file;
}

it('removes the SSML marks from the text', () => {
  const ssml = '<speak><mark name="0:4"/>Tom &amp; <mark name="5:7"/>Ann &lt;3</speak>';
  expect(readSpeech(log(['speak', 'de', ssml])).read()).toEqual([
    { text: 'Tom & Ann <3', language: 'de', isCutOff: false },
  ]);
});

it('treats speech before the last stop as cut off', () => {
  const file = log(['stop'], ['speak', 'en', 'One'], ['stop'], ['speak', 'en', 'Two']);
  expect(
    readSpeech(file)
      .read()
      .map(({ isCutOff }) => isCutOff),
  ).toEqual([true, false]);
});

it('continues after the taken speech, and ignores an incomplete line', () => {
  const file = log(['speak', 'en', 'One']);
  const speech = readSpeech(file);
  expect(speech.take()).toHaveLength(1);
  writeFileSync(file, '["speak","en","Tw', { flag: 'a' });
  expect(speech.read()).toEqual([]);
  writeFileSync(file, 'o"]\n', { flag: 'a' });
  expect(speech.take().map(({ text }) => text)).toEqual(['Two']);
});
