import { commonEnglish, stepEnglish } from './common.ts';
import type { CommonWords, KeptWords, SurveyWords } from '../strings.ts';

export const surveyEnglish: CommonWords & Omit<SurveyWords, keyof KeptWords> = {
  ...commonEnglish,
  ...stepEnglish,
  survey: 'Survey',
  begin: 'Start',
};
