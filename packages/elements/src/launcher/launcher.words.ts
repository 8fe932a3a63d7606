import { commonEnglish } from '../internal/english.ts';
import type { CommonWords, LauncherWords } from '../locales/words.ts';

export const launcherEnglish: CommonWords & LauncherWords = {
  ...commonEnglish,
  feedback: 'Feedback',
  unread: 'New question',
  hideLauncher: 'Hide this button',
};
