import { commonEnglish } from './common.ts';
import type { AttachmentStrings, CommonStrings } from '../strings.ts';

export const attachmentEnglish: CommonStrings & AttachmentStrings = {
  ...commonEnglish,
  attachmentQuestion: 'Would you like to add a photo or a file?',
  chooseFiles: 'Choose files',
  takePhoto: 'Take a photo',
  orDrop: 'or drop or paste them here',
  dropHere: 'Drop the files here',
  atMostFiles: { one: 'At most {limit} file', other: 'At most {limit} files' },
  atMostSize: '{size} each',
  preparing: 'Preparing {name}…',
  fileUnreadable: '{name} could not be read.',
  attachmentMissing: 'Please add a file.',
};
