import type { FlowSource, FlowStep } from '../flow/flow.ts';
import type {
  SurveyContent,
  SurveyDefinition,
  SurveyItem,
  SurveyQuestion,
  SurveyStep,
  SurveyText,
} from './definition.ts';

/** The members of an item that can contain recalled answers. */
const RECALLING = ['title', 'text', 'alt', 'question', 'statement', 'hint', 'placeholder', 'label'];

export function isQuestion(item: SurveyItem): item is SurveyQuestion {
  return item.kind !== 'statement' && item.kind !== 'picture';
}

/** Returns all texts that can contain recalled answers, in every language. */
export function textsOf(items: readonly (SurveyItem | SurveyContent)[]): string[] {
  return items.flatMap((item) => {
    const lists = Object.entries(item).flatMap(([key, value]) =>
      key === 'options' || key === 'statements' ? (value as object[]) : [],
    );
    return [item, ...lists].flatMap((part) =>
      Object.entries(part).flatMap(([key, text]) => (RECALLING.includes(key) ? languagesOf(text) : [])),
    );
  });
}

export function languagesOf(text: SurveyText): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Returns the parts of a survey that determine its order. */
export function toFlowSource({ hidden = {}, steps, endings = [] }: SurveyDefinition): FlowSource {
  return {
    hidden: Object.keys(hidden),
    steps: steps.map(toFlowStep),
    endings: endings.map(({ showIf, items }) => ({ showIf, texts: textsOf(items) })),
  };
}

function toFlowStep(step: SurveyStep): FlowStep {
  const { showIf, goTo, items } = step;
  return { name: nameOf(step), showIf, goTo, questions: items.filter(isQuestion), texts: textsOf(items) };
}

/** Returns the name of a step. A step that consists of a single question also has the question's name. */
export function nameOf({ name, items }: SurveyStep): string | undefined {
  const [item] = items;
  return name ?? (items.length === 1 && item && isQuestion(item) && !item.showIf ? item.name : undefined);
}
