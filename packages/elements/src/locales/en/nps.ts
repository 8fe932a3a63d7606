import { scaleEnglish } from './common.ts';
import type { CommonStrings, NpsStrings, ScaleStrings } from '../strings.ts';

export const npsEnglish: CommonStrings & ScaleStrings & NpsStrings = {
  ...scaleEnglish,
  npsQuestion: 'How likely are you to recommend us to a friend or colleague?',
  npsLow: 'Not at all likely',
  npsHigh: 'Extremely likely',
};
