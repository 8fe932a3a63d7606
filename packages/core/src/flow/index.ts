/**
 * The way through a survey: conditions, jumps and recalled answers. A module of its own, so that only surveys that
 * branch load it.
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
