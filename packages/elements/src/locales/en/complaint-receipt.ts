import type { ComplaintReceiptStrings } from '../strings.ts';

export const complaintReceiptEnglish: ComplaintReceiptStrings = {
  reference: 'Reference number',
  copy: 'Copy',
  copyReference: 'Copy reference number',
  copied: 'Copied',
  copySelected: 'The number is selected. Please copy it yourself.',
  followCase: 'Follow your case',
  nextTitle: 'What happens next',
  firstAnswer: 'First answer',
  proposal: 'Proposed solution',
  solved: 'Solved',
  dueBy: 'by {time}',
  dueAfter: '{time} after we have received it',
};
