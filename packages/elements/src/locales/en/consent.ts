import { commonEnglish } from './common.ts';
import type { CommonStrings, ConsentStrings } from '../strings.ts';

export const consentEnglish: CommonStrings & ConsentStrings = {
  ...commonEnglish,
  consentStatement: 'I agree that my answers are used to improve the service.',
  consentLink: 'What this means',
  newTab: 'opens in a new tab',
  consentNeeded: 'Please agree to this.',
};
