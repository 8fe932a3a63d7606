import type { AttachmentFilesStrings } from '../strings.ts';

export const attachmentFilesEnglish: AttachmentFilesStrings = {
  fileAdded: '{name} was added.',
  fileRemoved: '{name} was removed.',
  removeFile: 'Remove {name}',
  tooManyFiles: { one: 'Please add at most {limit} file.', other: 'Please add at most {limit} files.' },
  fileTooLarge: '{name} is larger than {size}.',
  filesTooLarge: 'All files together may have at most {size}.',
  fileEmpty: '{name} is empty.',
  fileWrongType: '{name} is of another type. These can be added: {types}.',
  fileNotWhatItSays: '{name} is not the kind of file that its name says.',
};
