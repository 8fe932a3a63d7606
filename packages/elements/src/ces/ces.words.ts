import { agreementEnglish, scaleEnglish } from '../internal/english.ts';
import type { CesWords, CommonWords, ScaleWords } from '../locales/words.ts';

export const cesEnglish: CommonWords & ScaleWords & CesWords = {
  ...scaleEnglish,
  cesQuestion: 'It was easy for me to handle my issue.',
  ...agreementEnglish,
};
