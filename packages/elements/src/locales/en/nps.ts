import { scaleEnglish } from './common.ts';
import type { CommonWords, NpsWords, ScaleWords } from '../strings.ts';

export const npsEnglish: CommonWords & ScaleWords & NpsWords = {
  ...scaleEnglish,
  npsQuestion: 'How likely are you to recommend us to a friend or colleague?',
  npsLow: 'Not at all likely',
  npsHigh: 'Extremely likely',
};
