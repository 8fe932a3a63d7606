import { agreementEnglish, scaleEnglish } from './common.ts';
import type { CesWords, CommonWords, ScaleWords } from '../strings.ts';

export const cesEnglish: CommonWords & ScaleWords & CesWords = {
  ...scaleEnglish,
  cesQuestion: 'It was easy for me to handle my issue.',
  ...agreementEnglish,
};
