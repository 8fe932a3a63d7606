/** Every generated block by its name in the marker. */
import { renderElement } from './elements.ts';
import { renderAnswer, renderKinds, renderRecord, renderRespondent } from './schema.ts';

const GENERATORS: Record<string, () => string> = {
  record: renderRecord,
  'record/answer': renderAnswer,
  'record/kinds': renderKinds,
  'record/respondent': renderRespondent,
};

export function generateBlock(name: string): string {
  if (name.startsWith('element/')) return renderElement(name.slice('element/'.length));
  const generate = GENERATORS[name];
  if (!generate) throw new Error(`No generator is named "${name}".`);
  return generate();
}
