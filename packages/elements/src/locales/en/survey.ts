import { commonEnglish, stepEnglish } from './common.ts';
import type { CommonStrings, DraftStrings, SurveyStrings } from '../strings.ts';

export const surveyEnglish: CommonStrings & Omit<SurveyStrings, keyof DraftStrings> = {
  ...commonEnglish,
  ...stepEnglish,
  survey: 'Survey',
  begin: 'Start',
};
