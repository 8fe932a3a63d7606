/** Generates blocks by the name in their marker. */
import { renderElement } from './elements.ts';
import { renderHelp, renderProblems } from './receiver.ts';
import {
  renderAnswer,
  renderKinds,
  renderRecord,
  renderRespondent,
  renderSurvey,
  renderSurveyPart,
} from './schema.ts';

const GENERATORS: Record<string, () => string> = {
  'receiver/help': renderHelp,
  'receiver/problems': renderProblems,
  record: renderRecord,
  'record/answer': renderAnswer,
  'record/kinds': renderKinds,
  'record/respondent': renderRespondent,
  survey: renderSurvey,
};

export function generateBlock(name: string): string {
  if (name.startsWith('element/')) return renderElement(name.slice('element/'.length));
  if (name.startsWith('survey/')) return renderSurveyPart(name.slice('survey/'.length));
  const generate = GENERATORS[name];
  if (!generate) throw new Error(`Unknown generated block "${name}".`);
  return generate();
}
