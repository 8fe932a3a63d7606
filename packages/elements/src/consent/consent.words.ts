import { commonEnglish } from '../internal/english.ts';
import type { CommonWords, ConsentWords } from '../locales/words.ts';

export const consentEnglish: CommonWords & ConsentWords = {
  ...commonEnglish,
  consentStatement: 'I agree that my answers are used to improve the service.',
  consentLink: 'What this means',
  newTab: 'opens in a new tab',
  consentNeeded: 'Please agree to this.',
};
