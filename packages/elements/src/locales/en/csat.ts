import { scaleEnglish } from './common.ts';
import type { CommonStrings, CsatStrings, ScaleStrings } from '../strings.ts';

export const csatEnglish: CommonStrings & ScaleStrings & CsatStrings = {
  ...scaleEnglish,
  csatQuestion: 'How satisfied were you?',
  csatLow: 'Very unsatisfied',
  csatHigh: 'Very satisfied',
  thumbDown: 'Not satisfied',
  thumbUp: 'Satisfied',
  starStep: '{value} of {max} stars',
  starStepEnd: '{value} of {max} stars, {label}',
};
