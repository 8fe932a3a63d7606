import { commonEnglish } from './common.ts';
import type { CommonStrings, PromptStrings } from '../strings.ts';

export const promptEnglish: CommonStrings & PromptStrings = {
  ...commonEnglish,
  feedback: 'Feedback',
  promptOpened: 'A question for you has appeared: {title}',
  later: 'Ask me later',
  close: 'Close',
  preview: 'Preview: nothing is counted or sent',
};
