import type { AfterScoreStrings } from '../strings.ts';

export const afterScoreEnglish: AfterScoreStrings = {
  callBack: 'You may contact me about my answer.',
  contact: 'E-mail or phone',
  contactMissing: 'Please tell us how to reach you.',
  share: 'Share your experience',
};
