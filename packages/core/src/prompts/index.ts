/**
 * When a prompt opens and how often: reads `when`, times and shares, and judges by what happened before. Pure; the
 * element brings clock, storage and page.
 */
export {
  addHistory,
  createHistory,
  noteMoment,
  noteVisit,
  pastOf,
  readHistory,
  settleClock,
  VISIT_GAP_MS,
  writeHistory,
  type History,
  type Moment,
  type PromptPast,
} from './history.ts';
export { judge, type PromptRules, type Verdict } from './judge.ts';
export { matchesRoute } from './route.ts';
export { parseCount, parseDuration, parseShare } from './units.ts';
export { parseWhen, type Term, type When } from './when.ts';
