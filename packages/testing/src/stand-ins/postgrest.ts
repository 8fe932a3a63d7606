import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { ANY_ORIGIN, readJson, type Target } from './stand-in.ts';

let opening: Promise<PGlite> | undefined;

/**
 * PostgREST in front of a real PostgreSQL with the table and the permissions of the recipe. All tests share it.
 *
 * - `Prefer: resolution=ignore-duplicates`: https://docs.postgrest.org/en/stable/references/api/tables_views.html#upsert
 * - The status for each database error: https://docs.postgrest.org/en/stable/references/errors.html
 * - Every origin and every header: https://docs.postgrest.org/en/stable/references/api/cors.html
 */
export const postgrest: Target = async ({ recipes }) => {
  const db = await (opening ??= openDatabase(readFileSync(join(recipes, 'postgrest.sql'), 'utf8')));
  const insert = async (request: Request): Promise<Response> => {
    const row = readJson(await request.text());
    if (typeof row !== 'object' || row === null) return refuse(400, 'PGRST102');
    const unknown = await findUnknownColumn(db, Object.keys(row));
    if (unknown) return refuse(400, 'PGRST204');
    const isIgnoring = request.headers.get('prefer')?.includes('resolution=ignore-duplicates');
    const columns = Object.keys(row).join(', ');
    const statement = `insert into feedback (${columns}) select ${columns} from json_populate_record(null::feedback, $1)
      ${isIgnoring ? `on conflict (${new URL(request.url).searchParams.get('on_conflict')}) do nothing` : ''} returning 1`;
    return run(statement, [JSON.stringify(row)], 201);
  };
  const select = (request: Request): Promise<Response> =>
    run(`select ${new URL(request.url).searchParams.get('select')} from feedback`, [], 200);
  /** Runs a statement in the role of anonymous users. */
  const run = async (statement: string, values: string[], status: number): Promise<Response> => {
    try {
      const rows = await db.transaction(async (transaction) => {
        await transaction.query('set local role anon');
        return (await transaction.query(statement, values)).rows;
      });
      return Response.json(rows, { status, headers: ANY_ORIGIN });
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      return refuse(STATUSES[code] ?? 400, code);
    }
  };
  return {
    fetch(request) {
      if (request.method === 'OPTIONS') return new Response(null, { headers: createCorsHeaders(request) });
      return request.method === 'GET' ? select(request) : insert(request);
    },
    failure: () => refuse(503, 'PGRST001'),
    stored: async () => (await db.query('select id, record from feedback order by received_at')).rows,
  };
};

const STATUSES: Record<string, number> = { '23505': 409, '42501': 401 };

async function openDatabase(recipe: string): Promise<PGlite> {
  const db = await PGlite.create('memory://');
  await db.exec('create role anon nologin');
  await db.exec(recipe);
  return db;
}

async function findUnknownColumn(db: PGlite, names: string[]): Promise<string | undefined> {
  const { rows } = await db.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'feedback'`,
  );
  const known = new Set(rows.map(({ column_name }) => column_name));
  return names.find((name) => !known.has(name));
}

function refuse(status: number, code: string): Response {
  return Response.json({ code }, { status, headers: ANY_ORIGIN });
}

function createCorsHeaders(request: Request): Record<string, string> {
  const asked = request.headers.get('access-control-request-headers') ?? '';
  return {
    ...ANY_ORIGIN,
    'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS, HEAD',
    'access-control-allow-headers': `Authorization, ${asked}, Accept, Accept-Language, Content-Language`,
    'access-control-max-age': '86400',
  };
}
