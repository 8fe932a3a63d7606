import { expect, test } from 'vitest';
import { textIn } from './text.ts';

const TEXT = { de: 'Danke', en: 'Thank you', 'zh-Hans': '谢谢', 'pt-BR': 'Obrigado', 'de-CH': 'Merci' };

test.each([
  ['de-CH', 'Merci'],
  ['DE-ch', 'Merci'],
  ['de-AT', 'Danke'],
  ['zh-CN', '谢谢'],
  ['zh', '谢谢'],
  ['zh-TW', 'Thank you'],
  ['en-GB', 'Thank you'],
  ['fr', 'Thank you'],
  ['no tag!', 'Thank you'],
  ['', 'Thank you'],
  ['constructor', 'Thank you'],
])('returns the text for "%s": "%s"', (language, words) => {
  expect(textIn(TEXT, language)).toBe(words);
});

test.each([
  ['pt', { en: 'Hello', 'pt-BR': 'Olá' }, 'Olá'],
  ['fr', { 'en-GB': 'Hello', de: 'Hallo' }, 'Hello'],
  ['zh-TW', { zh: '你好', en: 'Hello' }, '你好'],
  ['sr-Latn', { en: 'Hello', 'sr-Cyrl': 'Здраво' }, 'Hello'],
])('returns the text for "%s" of %j', (language, text, words) => {
  expect(textIn(text, language)).toBe(words);
});

test('returns a text in one language for every language', () => {
  expect(textIn('Danke', 'en')).toBe('Danke');
});

test('returns the first text if there is neither the language nor English', () => {
  expect(textIn({ fr: 'Merci', de: 'Danke' }, 'ar')).toBe('Merci');
});
