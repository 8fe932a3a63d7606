import { agreementEnglish, commonEnglish, stepEnglish } from '../internal/english.ts';
import type { CommonWords, MatrixWords, StepWords } from '../locales/words.ts';

export const matrixEnglish: CommonWords & StepWords & MatrixWords = {
  ...commonEnglish,
  ...agreementEnglish,
  ...stepEnglish,
  matrixQuestion: 'How far do you agree with these statements?',
  matrixMissing: 'Please rate every statement.',
  statement: 'Statement {value} of {max}',
};
