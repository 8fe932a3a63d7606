import { commonEnglish } from './common.ts';
import type { CommonStrings, LauncherStrings } from '../strings.ts';

export const launcherEnglish: CommonStrings & LauncherStrings = {
  ...commonEnglish,
  feedback: 'Feedback',
  unread: 'New question',
  hideLauncher: 'Hide this button',
};
