import { sql, type Kysely } from 'kysely';
import { matches } from './filter-condition.ts';
import type { Tables } from './tables.ts';
import type { Filter, Period, Tally } from '../store/store.ts';

/** Of the values of one question so many are told apart, the most frequent ones. */
const MAX_VALUES = 100;

interface Row extends Omit<Tally, 'value'> {
  number: number | null;
  choice: string | null;
}

/**
 * Counts in the database, ordered by survey, question and period, the most frequent value first.
 * The casts to int make a count a number in both drivers: without, one of them gives a text.
 */
export async function tallyValues(db: Kysely<Tables>, filter: Filter, period?: Period): Promise<Tally[]> {
  const { rows } = await sql<Row>`
    with counted as (
      select survey, name, kind, max, row_name, ${startOf(period)} as start, number, choice,
        count(*) as count, count(*) filter (where item = 0) as answers
      from heed_responses join heed_values on response_seq = seq
      where ${matches(filter)}
      group by 1, 2, 3, 4, 5, 6, 7, 8
    ), ranked as (
      select *, sum(answers) over question as n,
        row_number() over (question order by count desc, number, choice) as rank
      from counted
      window question as (partition by survey, name, kind, max, row_name, start)
    )
    select survey, name, kind, max, row_name as "row", start, number, choice, count::int, n::int
    from ranked
    where rank <= ${sql.lit(MAX_VALUES)}
    order by survey, name, kind, max, row_name, start, rank`.execute(db);
  return rows.map(toTally);
}

function startOf(period: Period | undefined) {
  if (period === undefined) return sql`null::text`;
  return sql`to_char(date_trunc(${sql.lit(period)}, counted_at at time zone 'UTC'), 'YYYY-MM-DD')`;
}

function toTally({ number, choice, row, ...rest }: Row): Tally {
  return { ...rest, row: row === null ? null : parseText(row), value: number ?? parseText(choice ?? '""') };
}

function parseText(json: string): string {
  return String(JSON.parse(json));
}
