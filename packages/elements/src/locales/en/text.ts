import { commonEnglish } from './common.ts';
import type { CommonStrings, TextStrings } from '../strings.ts';

export const textEnglish: CommonStrings & TextStrings = {
  ...commonEnglish,
  textQuestion: 'What would you like to tell us?',
  emailQuestion: 'What is your e-mail address?',
  phoneQuestion: 'What is your phone number?',
  textMissing: 'Please fill this in.',
  emailWrong: 'Please enter an e-mail address such as name@example.com.',
  phoneWrong: 'Please enter a phone number.',
  textTooShort: {
    one: 'Please write at least {limit} character.',
    other: 'Please write at least {limit} characters.',
  },
  textTooLong: {
    one: 'Please write at most {limit} character.',
    other: 'Please write at most {limit} characters.',
  },
  characters: 'Characters: {value} of {limit}',
};
