import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Filter } from '../store/store.ts';
import type { Tables } from './tables.ts';

/** Returns the condition that selects the rows of `heed_responses`. */
export function buildCondition({ survey, from, to, partial }: Filter): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'heed_responses'>();
  const conditions = [];
  if (survey !== undefined) conditions.push(where('survey', '=', survey));
  if (from !== undefined) conditions.push(where('counted_at', '>=', toTimestamp(from)));
  if (to !== undefined) conditions.push(where('counted_at', '<', toTimestamp(to)));
  if (partial !== undefined) conditions.push(where('partial', '=', partial));
  return where.and(conditions);
}

/**
 * Returns a timestamp for the database. Not as text: PostgreSQL rejects the year 0000, which a record may contain.
 *
 * @param time in milliseconds since 1970
 */
export function toTimestamp(time: number): RawBuilder<Date> {
  return sql<Date>`to_timestamp(${time}::float8 / 1000)`;
}
