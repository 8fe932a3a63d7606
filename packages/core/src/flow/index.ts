/**
 * The path through a survey: conditions, jumps and recalled answers. In a separate module, so that only surveys with
 * branches load it.
 */
export { parseExpression, type Expression, type Lookup } from '../expressions/expression.ts';
export type { Operand } from '../expressions/operand.ts';
export {
  compileFlow,
  type Flow,
  type FlowEnding,
  type FlowQuestion,
  type FlowSource,
  type FlowStep,
  type FlowPath,
} from './flow.ts';
export { parseJumps, type Jump } from './jumps.ts';
export { parseRecall, type Recall } from './recall.ts';
