import type { BatteryForm } from '../batteries/battery.ts';
import { perceptions } from '../batteries/perceptions.ts';
import type { MatrixQuestion, SurveyEnding, SurveyStep } from '../survey/definition.ts';

/** Returns the battery as a single matrix, whose answer is the input of `servqualScore()` and `servperfScore()`. */
export function toQuestion(name: string, { question, low, high, statements }: BatteryForm): MatrixQuestion {
  return { kind: 'matrix', name, question, lowLabel: low, highLabel: high, statements };
}

const UNRELIABLE = 'perceptions.promises <= 3 or perceptions.problems <= 3 or perceptions.schedule <= 3';

export const PERCEPTIONS: readonly SurveyStep[] = [
  { items: [toQuestion('perceptions', perceptions)] },
  {
    showIf: UNRELIABLE,
    items: [
      {
        kind: 'text',
        name: 'unreliable',
        type: 'long',
        question: 'When could you not rely on us, and what would have helped?',
      },
    ],
  },
  { items: [{ kind: 'text', name: 'comment', type: 'long', question: 'What else should we know?' }] },
];

export const ENDINGS: readonly SurveyEnding[] = [
  {
    showIf: UNRELIABLE,
    items: [{ kind: 'statement', text: 'We want you to be able to rely on us, and look into it.' }],
  },
  { items: [{ kind: 'statement', text: 'Each statement shows us where to become better.' }] },
];
