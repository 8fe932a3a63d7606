import { commonEnglish, stepEnglish } from '../internal/english.ts';
import type { CommonWords, KeptWords, SurveyWords } from '../locales/words.ts';

export const surveyEnglish: CommonWords & Omit<SurveyWords, keyof KeptWords> = {
  ...commonEnglish,
  ...stepEnglish,
  survey: 'Survey',
  begin: 'Start',
};
