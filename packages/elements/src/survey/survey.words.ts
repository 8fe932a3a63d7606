import { commonEnglish, stepEnglish } from '../internal/english.ts';
import type { CommonWords, SurveyWords } from '../locales/words.ts';
import { keptEnglish } from '../steps/kept.words.ts';

export const surveyEnglish: CommonWords & SurveyWords = {
  ...commonEnglish,
  ...stepEnglish,
  ...keptEnglish,
  survey: 'Survey',
  begin: 'Start',
};
