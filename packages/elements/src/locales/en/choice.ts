import { commonEnglish } from './common.ts';
import type { ChoiceStrings, CommonStrings } from '../strings.ts';

export const choiceEnglish: CommonStrings & ChoiceStrings = {
  ...commonEnglish,
  choiceQuestion: 'Which of these fits?',
  chooseAll: 'Choose all that fit.',
  chooseUpTo: { one: 'Choose up to {limit}.', other: 'Choose up to {limit}.' },
  choiceTooFew: { one: 'Please choose at least {limit}.', other: 'Please choose at least {limit}.' },
  choiceTooMany: { one: 'Please choose at most {limit}.', other: 'Please choose at most {limit}.' },
  other: 'Other',
  otherText: 'What is it?',
  otherMissing: 'Please say what you mean by “other”.',
  clearChoice: 'Clear choice',
};
