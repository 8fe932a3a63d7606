import { agreementEnglish, scaleEnglish, stepEnglish } from './common.ts';
import type { CommonStrings, MatrixStrings, ScaleStrings, StepStrings } from '../strings.ts';

export const matrixEnglish: CommonStrings & ScaleStrings & StepStrings & MatrixStrings = {
  ...scaleEnglish,
  ...agreementEnglish,
  ...stepEnglish,
  matrixQuestion: 'How far do you agree with these statements?',
  matrixMissing: 'Please rate every statement.',
  statement: 'Statement {value} of {max}',
};
