import type { AfterScoreWords } from '../strings.ts';

export const afterScoreEnglish: AfterScoreWords = {
  callBack: 'You may contact me about my answer.',
  contact: 'E-mail or phone',
  contactMissing: 'Please tell us how to reach you.',
  share: 'Share your experience',
};
