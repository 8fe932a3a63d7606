import type { DraftStrings } from '../strings.ts';

/** Strings about the draft that the device keeps while the user answers. */
export const draftEnglish: DraftStrings = {
  draftRestored: 'We have kept what you entered before.',
  filesNotKept: 'Files are not kept: please add them again.',
  startOver: 'Delete and start over',
  entriesDeleted: 'What you entered has been deleted.',
  undo: 'Undo',
};
