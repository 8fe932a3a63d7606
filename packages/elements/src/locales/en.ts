import { attachmentEnglish } from './en/attachment.ts';
import { attachmentFilesEnglish } from './en/attachment-files.ts';
import { cesEnglish } from './en/ces.ts';
import { choiceEnglish } from './en/choice.ts';
import { complaintEnglish } from './en/complaint.ts';
import { complaintReceiptEnglish } from './en/complaint-receipt.ts';
import { consentEnglish } from './en/consent.ts';
import { csatEnglish } from './en/csat.ts';
import { afterScoreEnglish } from './en/after-score.ts';
import { launcherEnglish } from './en/launcher.ts';
import { matrixEnglish } from './en/matrix.ts';
import { npsEnglish } from './en/nps.ts';
import { promptEnglish } from './en/prompt.ts';
import { surveyEnglish } from './en/survey.ts';
import { textEnglish } from './en/text.ts';
import type { Strings } from './strings.ts';

/** All English strings, as a template for translations. No element imports this module. */
export default {
  ...npsEnglish,
  ...csatEnglish,
  ...cesEnglish,
  ...afterScoreEnglish,
  ...textEnglish,
  ...choiceEnglish,
  ...matrixEnglish,
  ...attachmentEnglish,
  ...attachmentFilesEnglish,
  ...consentEnglish,
  ...complaintEnglish,
  ...complaintReceiptEnglish,
  ...surveyEnglish,
  ...promptEnglish,
  ...launcherEnglish,
} satisfies Strings;
