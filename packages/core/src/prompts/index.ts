/**
 * The rules for when and how often a prompt opens. Pure functions: the element provides the clock, the storage and
 * the page.
 */
export {
  mergeHistory,
  createHistory,
  recordMoment,
  recordVisit,
  promptPastOf,
  readHistory,
  clampToNow,
  VISIT_GAP_MS,
  writeHistory,
  type History,
  type Moment,
  type PromptPast,
} from './history.ts';
export { evaluateRules, type PromptRules, type RuleResult } from './evaluate-rules.ts';
export { matchesRoute } from './matches-route.ts';
export { parseCount, parseDuration, parseShare } from './parse-units.ts';
export { parseWhen, type Term, type When } from './when.ts';
