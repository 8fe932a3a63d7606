import { sql, type Kysely } from 'kysely';
import type { Store } from '../store/store.ts';
import { addResponse } from './add-response.ts';
import { selectFileContent } from './file-rows.ts';
import { listResponses } from './list-responses.ts';
import type { Tables } from './tables.ts';
import { tallyValues } from './tally-values.ts';

/** Returns a store on PostgreSQL or PGlite. The tables must exist; see `migrate()`. */
export function createSqlStore(db: Kysely<Tables>): Store {
  return {
    add: (response) => addResponse(db, response),
    list: (query) => listResponses(db, query),
    readFile: (id, position) => selectFileContent(db, id, position),
    tally: (filter, period) => tallyValues(db, filter, period),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
