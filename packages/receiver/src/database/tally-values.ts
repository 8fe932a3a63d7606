import { sql, type Kysely } from 'kysely';
import type { Filter, Period, Tally } from '../store/store.ts';
import { buildCondition } from './filter-condition.ts';
import type { Tables } from './tables.ts';

/** Maximum number of different values per question, the most frequent first. */
const MAX_VALUES = 100;

interface TallyRow extends Omit<Tally, 'value'> {
  number: number | null;
  choice: string | null;
}

/**
 * Implements `Store.tally`. The casts to `int` make both drivers return counts as numbers; without them, node-postgres
 * returns strings.
 */
export async function tallyValues(db: Kysely<Tables>, filter: Filter, period?: Period): Promise<Tally[]> {
  const { rows } = await sql<TallyRow>`
    with counted as (
      select survey, name, kind, max, row_name, ${selectPeriodStart(period)} as start, number, choice,
        count(*) as count, count(*) filter (where item = 0) as answers
      from heed_responses join heed_values on response_seq = seq
      where ${buildCondition(filter)}
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

function selectPeriodStart(period: Period | undefined) {
  if (period === undefined) return sql`null::text`;
  return sql`to_char(date_trunc(${sql.lit(period)}, counted_at at time zone 'UTC'), 'YYYY-MM-DD')`;
}

function toTally({ number, choice, row, ...rest }: TallyRow): Tally {
  return {
    ...rest,
    row: row === null ? null : decodeText(row),
    value: number ?? decodeText(choice ?? '""'),
  };
}

function decodeText(json: string): string {
  return String(JSON.parse(json));
}
