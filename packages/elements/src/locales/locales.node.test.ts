import { describe, expect, it } from 'vitest';
import { cesEnglish } from '../ces/ces.words.ts';
import { complaintEnglish } from '../complaint/complaint.words.ts';
import { csatEnglish } from '../csat/csat.words.ts';
import { npsEnglish } from '../nps/nps.words.ts';
import { textEnglish } from '../text/text.words.ts';
import { loadLocale } from './index.ts';

const english: Record<string, string> = {
  ...npsEnglish,
  ...csatEnglish,
  ...cesEnglish,
  ...textEnglish,
  ...complaintEnglish,
};
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('languages', () => {
  for (const tag of ['ar', 'de', 'zh-Hans', 'zh-Hant']) {
    it(`has every word of English in "${tag}", with the same places for values`, async () => {
      const words: Record<string, string> = { ...(await loadLocale(tag)) };
      expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
      for (const [key, text] of Object.entries(words)) {
        expect(text.trim(), key).toBe(text);
        expect(text, key).not.toBe('');
        expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ''));
      }
    });
  }

  const matches = {
    'zh-TW': '謝謝',
    'zh-HK': '謝謝',
    zh: '谢谢',
    'zh-CN': '谢谢',
    'zh-SG': '谢谢',
    'de-AT': 'Vielen Dank',
    'ar-EG': 'شكرًا لك',
  };
  for (const [tag, thanks] of Object.entries(matches)) {
    it(`finds the words for "${tag}"`, async () => {
      expect((await loadLocale(tag)).sentTitle).toBe(thanks);
    });
  }

  it('has no words for a language that it does not know', async () => {
    expect(await loadLocale('tlh')).toEqual({});
  });
});
