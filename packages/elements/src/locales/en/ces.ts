import { agreementEnglish, scaleEnglish } from './common.ts';
import type { CesStrings, CommonStrings, ScaleStrings } from '../strings.ts';

export const cesEnglish: CommonStrings & ScaleStrings & CesStrings = {
  ...scaleEnglish,
  cesQuestion: 'It was easy for me to handle my issue.',
  ...agreementEnglish,
};
