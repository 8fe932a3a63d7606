import { attachmentEnglish } from '../attachment/attachment.words.ts';
import { attachedEnglish } from '../attachment/attached/attached.words.ts';
import { cesEnglish } from '../ces/ces.words.ts';
import { choiceEnglish } from '../choice/choice.words.ts';
import { complaintEnglish } from '../complaint/complaint.words.ts';
import { filedEnglish } from '../complaint/filed.words.ts';
import { consentEnglish } from '../consent/consent.words.ts';
import { csatEnglish } from '../csat/csat.words.ts';
import { afterScoreEnglish } from '../internal/after-score/after-score.words.ts';
import { launcherEnglish } from '../launcher/launcher.words.ts';
import { matrixEnglish } from '../matrix/matrix.words.ts';
import { npsEnglish } from '../nps/nps.words.ts';
import { promptEnglish } from '../prompt/prompt.words.ts';
import { surveyEnglish } from '../survey/survey.words.ts';
import { textEnglish } from '../text/text.words.ts';
import type { Words } from './words.ts';

/** English, put together from what comes with the elements: a translation begins here. No element loads this. */
export default {
  ...npsEnglish,
  ...csatEnglish,
  ...cesEnglish,
  ...afterScoreEnglish,
  ...textEnglish,
  ...choiceEnglish,
  ...matrixEnglish,
  ...attachmentEnglish,
  ...attachedEnglish,
  ...consentEnglish,
  ...complaintEnglish,
  ...filedEnglish,
  ...surveyEnglish,
  ...promptEnglish,
  ...launcherEnglish,
} satisfies Words;
