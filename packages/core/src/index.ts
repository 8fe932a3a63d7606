/**
 * The feedback record, its validation and its scores. Pure functions and types, without DOM access, dependencies or
 * side effects.
 */
export {
  CASE_STEPS,
  limitsOf,
  DEFAULT_LIMITS,
  type CaseFacts,
  type CaseLimits,
  type CaseStep,
  type LimitRule,
  type LimitTable,
  type SeverityBand,
} from './complaints/limits.ts';
export { HeedError, type ErrorCode, type InvalidValue } from './errors.ts';
export { createValueError } from './value-error.ts';
export { createId, ID_PATTERN } from './record/id.ts';
export { idempotencyKeyOf } from './record/idempotency-key.ts';
export { isReference, referenceOf } from './record/reference.ts';
export type {
  Answer,
  AnswerKind,
  AnswerValue,
  Consent,
  Context,
  Respondent,
  ResponseRecord,
  TraitValue,
} from './record/record.ts';
export { createRecord, type RecordInput } from './record/create-record.ts';
export { validateRecord } from './record/validate-record.ts';
export type { Problem } from './validation/problems.ts';
export type { Outcome, SubmitRequest } from './outcome.ts';
export { cesScore, type CesScore } from './scores/ces.ts';
export type { Counts } from './scores/counts.ts';
export { csatScore, type CsatScore } from './scores/csat.ts';
export { npsGroup, npsScore, type NpsGroup, type NpsScore } from './scores/nps.ts';
export { MIN_CERTAIN_N } from './scores/interval.ts';
export type { BatteryScore, DimensionScore, StatementScore } from './scores/battery-score.ts';
export { rowsOf, type Rows } from './scores/rows.ts';
export { servperfScore, type ServperfResponse, type ServperfScore } from './scores/servperf.ts';
export {
  servqualScore,
  type GapSummary,
  type ServqualResponse,
  type ServqualScore,
} from './scores/servqual.ts';
export type { Summary } from './scores/summary.ts';
export { copyOwnProperties } from './copy-own-properties.ts';
export { toJson } from './to-json.ts';
