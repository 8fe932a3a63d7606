import { agreementEnglish, scaleEnglish, stepEnglish } from './common.ts';
import type { CommonWords, MatrixWords, ScaleWords, StepWords } from '../strings.ts';

export const matrixEnglish: CommonWords & ScaleWords & StepWords & MatrixWords = {
  ...scaleEnglish,
  ...agreementEnglish,
  ...stepEnglish,
  matrixQuestion: 'How far do you agree with these statements?',
  matrixMissing: 'Please rate every statement.',
  statement: 'Statement {value} of {max}',
};
