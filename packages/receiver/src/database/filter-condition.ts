import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Tables } from './tables.ts';
import type { Filter } from '../store/store.ts';

/** The condition of a filter on `heed_responses`. */
export function matches({ survey, from, to, partial }: Filter): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'heed_responses'>();
  const conditions = [];
  if (survey !== undefined) conditions.push(where('survey', '=', survey));
  if (from !== undefined) conditions.push(where('counted_at', '>=', timestamp(from)));
  if (to !== undefined) conditions.push(where('counted_at', '<', timestamp(to)));
  if (partial !== undefined) conditions.push(where('partial', '=', partial));
  return where.and(conditions);
}

/** A time for the database. Not as text: PostgreSQL refuses the year 0000, which a record may carry. */
export function timestamp(milliseconds: number): RawBuilder<Date> {
  return sql<Date>`to_timestamp(${milliseconds}::float8 / 1000)`;
}
