import type { Flow } from '../flow.ts';
import { complaintErrors, complaintSent } from './complaint.ts';
import { csatRequired, matrixError } from './errors.ts';
import { fallbackLanguage } from './languages.ts';
import { launcher } from './launcher.ts';
import { nps } from './nps.ts';
import { refused, stored } from './outcomes.ts';
import { promptOnClick, promptOnEvent } from './prompt.ts';
import { draftRestored, surveySteps } from './survey.ts';

/** Every flow, in the order of its transcripts. */
export const flows: readonly Flow[] = [
  nps,
  csatRequired,
  matrixError,
  complaintErrors,
  complaintSent,
  surveySteps,
  draftRestored,
  promptOnEvent,
  promptOnClick,
  launcher,
  stored,
  refused,
  fallbackLanguage,
];
