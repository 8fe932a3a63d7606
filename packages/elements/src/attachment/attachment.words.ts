import { commonEnglish } from '../internal/english.ts';
import type { AttachmentWords, CommonWords } from '../locales/words.ts';

export const attachmentEnglish: CommonWords & AttachmentWords = {
  ...commonEnglish,
  attachmentQuestion: 'Would you like to add a photo or a file?',
  chooseFiles: 'Choose files',
  takePhoto: 'Take a photo',
  orDrop: 'or drop or paste them here',
  dropHere: 'Drop the files here',
  atMostFiles: { one: 'At most {limit} file', other: 'At most {limit} files' },
  atMostSize: '{size} each',
  preparing: 'Preparing {name}…',
  fileAdded: '{name} was added.',
  fileRemoved: '{name} was removed.',
  removeFile: 'Remove {name}',
  tooManyFiles: { one: 'Please add at most {limit} file.', other: 'Please add at most {limit} files.' },
  fileTooLarge: '{name} is larger than {size}.',
  filesTooLarge: 'All files together may have at most {size}.',
  fileEmpty: '{name} is empty.',
  fileWrongType: '{name} is of another type. These can be added: {types}.',
  fileNotWhatItSays: '{name} is not the kind of file that its name says.',
  fileUnreadable: '{name} could not be read.',
  attachmentMissing: 'Please add a file.',
};
