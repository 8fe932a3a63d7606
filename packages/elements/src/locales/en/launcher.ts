import { commonEnglish } from './common.ts';
import type { CommonWords, LauncherWords } from '../strings.ts';

export const launcherEnglish: CommonWords & LauncherWords = {
  ...commonEnglish,
  feedback: 'Feedback',
  unread: 'New question',
  hideLauncher: 'Hide this button',
};
