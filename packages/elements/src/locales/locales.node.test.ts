import { describe, expect, it } from 'vitest';
import english from './en.ts';
import { findProblems } from './test/translation-problems.ts';
import german from './de.ts';
import { LANGUAGES, loadLocale } from './index.ts';

describe('languages', () => {
  for (const tag of LANGUAGES) {
    it(`has every word in "${tag}", and nothing wrong with it`, async () => {
      expect(findProblems(tag, await loadLocale(tag))).toEqual([]);
    });
  }

  it('are named by their canonical tags, each once', () => {
    expect(Intl.getCanonicalLocales([...LANGUAGES])).toEqual(LANGUAGES);
  });

  it('has no words of English with flaws but that they are English', () => {
    expect(
      findProblems('en', english).filter((validityError) => !validityError.endsWith('is English')),
    ).toEqual([]);
  });
});

describe('the check of words', () => {
  const problems = {
    'a word too many': [{ hello: 'Hallo' }, 'hello is no word of English'],
    'a word too few': [{ send: undefined }, 'send is missing'],
    'a word left in English': [{ send: 'Send' }, 'send is English'],
    'no word': [{ send: '' }, 'send is empty, not trimmed or not NFC'],
    'a space at the end': [{ send: 'Absenden ' }, 'send is empty, not trimmed or not NFC'],
    'straight quotes': [{ otherMissing: 'Was ist "Anderes"?' }, 'otherMissing holds "\\""'],
    'three dots': [{ sending: 'Wird gesendet ...' }, 'sending holds "..."'],
    'a raised voice': [{ sentTitle: 'Vielen Dank!' }, 'sentTitle holds "!"'],
    'a place too few': [{ step: '{value}' }, 'step has not the places {max} {value}'],
    'a place misspelt': [{ step: '{value} von {maximum}' }, 'step has not the places {max} {value}'],
    'a plural missing': [{ atMostFiles: 'Höchstens {limit} Dateien' }, 'atMostFiles has no plural'],
    'a plural too many': [{ send: { other: 'Absenden' } }, 'send has a plural, which nothing asks for'],
    'a form missing': [
      { atMostFiles: { other: 'Höchstens {limit} Dateien' } },
      'atMostFiles has the plural forms other instead of other one',
    ],
    'a form that no number takes': [
      { atMostFiles: { one: '{limit} Datei', few: '{limit} Dateien', other: '{limit} Dateien' } },
      'atMostFiles has the plural forms one few other instead of other one',
    ],
    'a number missing': [
      { atMostFiles: { one: 'Eine Datei', other: 'Mehrere Dateien' } },
      'atMostFiles has not the places {limit}',
    ],
    'an option that has another name': [{ other: 'Sonstiges' }, 'otherMissing does not name "Sonstiges"'],
    'a button that has another name': [{ copy: 'Übernehmen' }, 'copyReference does not contain "Übernehmen"'],
    'a label that comes last': [
      { labelled: '{text}: {label}' },
      'labelled is not a label, a colon and a text',
    ],
    'a letter of another script': [{ send: 'Аbsenden' }, 'send holds letters of another script: А'],
    'a word too long': [{ send: 'Die Rückmeldung absenden' }, 'send has 24 characters, 20 fit'],
    'a word too long for a narrow button': [
      { later: 'Erinnern Sie mich später' },
      'later has 24 characters, 20 fit',
    ],
  } as const;
  for (const [name, [strings, validityError]] of Object.entries(problems)) {
    it(`finds ${name}`, () => {
      expect(findProblems('de', { ...german, ...strings })).toEqual([validityError]);
    });
  }

  it('lets a form for one number say it in words', () => {
    const atMostFiles = { one: 'Höchstens eine Datei', other: 'Höchstens {limit} Dateien' };
    expect(findProblems('de', { ...german, atMostFiles })).toEqual([]);
  });
});

describe('loadLocale', () => {
  const thanks = {
    zh: '谢谢',
    'zh-CN': '谢谢',
    'zh-SG': '谢谢',
    'zh-Hans-HK': '谢谢',
    'zh-TW': '謝謝',
    'zh-HK': '謝謝',
    'zh-Hant': '謝謝',
    cmn: '谢谢',
    yue: '謝謝',
    'de-AT': 'Vielen Dank',
    'DE-de-u-co-phonebk': 'Vielen Dank',
    'ar-EG': 'شكرًا لك',
    prs: 'سپاسگزاریم',
    iw: 'תודה רבה',
    no: 'Takk',
    nn: 'Takk',
    in: 'Terima kasih',
  };
  for (const [tag, strings] of Object.entries(thanks)) {
    it(`finds the words for "${tag}"`, async () => {
      expect((await loadLocale(tag)).sentTitle).toBe(strings);
    });
  }

  const portuguese = {
    pt: 'Salvo neste dispositivo',
    'pt-BR': 'Salvo neste dispositivo',
    'pt-PT': 'Guardado neste dispositivo',
    'pt-AO': 'Guardado neste dispositivo',
  };
  for (const [tag, strings] of Object.entries(portuguese)) {
    it(`finds the words for "${tag}"`, async () => {
      expect((await loadLocale(tag)).storedTitle).toBe(strings);
    });
  }

  for (const tag of ['en', 'en-GB', 'tlh', 'hi-Latn', 'ms-Arab']) {
    it(`has no words for "${tag}", so that English stays`, async () => {
      expect(await loadLocale(tag)).toEqual({});
    });
  }
});
