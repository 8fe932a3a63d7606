import { Hono, type Context, type Handler, type MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { allowOrigins } from '../http/allow-origins.ts';
import { createUnavailableError, ProblemError } from '../http/problem.ts';
import type { Query, QueryParameter } from '../http/query-parameters.ts';
import { limitRate } from '../http/rate-limit.ts';
import type { RequestInfo } from '../http/request-info.ts';
import { requireToken } from '../http/require-token.ts';
import { describeError } from '../logging/describe-error.ts';
import type { Route } from '../routes/route.ts';
import { ROUTES } from '../routes/routes.ts';
import type { Receiver, ReceiverOptions } from './options.ts';
import { readSettings, type Settings } from './settings.ts';

type Environment = { Bindings: RequestInfo };
type App = Hono<Environment>;

/**
 * Returns the reference endpoint as a web-standard handler. It stores each feedback record once by its id, and serves
 * lists, exports and scores. It runs on any platform with `Request` and `Response`. Paths are relative to `basePath`:
 *
 * - `POST /` stores a record. The content type is `application/json`, `text/plain`, or `multipart/form-data` for a record
 *   with files: members of the record are fields, in JSON unless they are text, and each part with a file name is a file.
 *   `Idempotency-Key` is optional and must be the key of the record (`keyOf()` in `@heed/core`). Responds with 201
 *   `{ id, reference }` once the record is stored, and also to duplicates. A later version replaces a partial record.
 * - `GET /responses` returns a `ResponseList`: the newest responses first, with `after=<cursor>` later ones, oldest first,
 *   with `before=<cursor>` earlier ones. `limit` is 1 to 500 and defaults to 50. A page is shorter if records are large.
 * - `GET /responses/<id>/files/<number>` returns the content of a file as a download: the `path` of a `FileItem`.
 * - `GET /scores` returns `Scores`, with `period=day|week|month` also as a time series.
 * - `GET /export.jsonl` and `GET /export.csv` return all responses, oldest first: one `StoredItem` or one answer per line.
 *   The CSV is encoded in UTF-8 with a byte order mark.
 * - `GET /health` returns 200 `{ status: 'ok' }` if the database responds.
 *
 * All routes except `POST /` and `GET /health` require `Authorization: Bearer <token>`. Lists, scores and exports accept
 * the filters `survey=<name>`, `from=<time>` (inclusive) and `to=<time>` (exclusive) on `submittedAt`, and
 * `partial=true|false`. A time is `2026-11-21` or `2026-11-21T10:15:00Z`. If `submittedAt` is after the arrival, or more
 * than 30 days before it, the device's clock is wrong; filters and time series then use the time of arrival. Errors are
 * `ProblemDetails`; temporary ones have the header `Retry-After`.
 *
 * @throws HeedError `HEED_OPTION`
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const settings = readSettings(options);
  const app: App = new Hono<Environment>({ strict: false });
  app.use(addSecurityHeaders, methodNotAllowed({ app, onMethodNotAllowed: respondToOtherMethod }));
  const base = app.basePath(settings.basePath);
  for (const route of ROUTES) addRoute(base, route, settings);
  app.notFound(() => createNotFoundError().toResponse());
  app.onError((error, c) => toProblem(error, settings, c).toResponse());
  return { fetch: async (request, info = {}) => app.fetch(request, info) };
}

function addRoute(app: App, route: Route, settings: Settings): void {
  const { method, path, access, query } = route;
  const handle = route.createHandler(settings);
  const respond: Handler<Environment> = (c) =>
    handle({ raw: c.req.raw, params: c.req.param(), query: pickParameters(c.req.query(), query) });
  // For all methods, because a preflight is an OPTIONS request.
  if (access === 'origin') app.use(path, ...allowOrigins(settings.origins, [method]));
  app.on([method], [path], ...createGuards(route, settings), respond);
}

function createGuards(
  { access }: Route,
  { token, postsPerMinute }: Settings,
): MiddlewareHandler<Environment>[] {
  switch (access) {
    case 'origin':
      return [limitRate(postsPerMinute)];
    case 'token':
      return [requireToken(token)];
    case 'public':
      return [];
  }
}

function pickParameters(all: Record<string, string>, names: readonly QueryParameter[]): Query {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(all, name)).map((name) => [name, all[name]]),
  );
}

const addSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('cache-control', 'no-store');
  // Files and text of respondents must never run as a page of this origin.
  c.header('content-security-policy', "default-src 'none'; sandbox");
};

function respondToOtherMethod(c: Context, methods: string[]): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
  return new ProblemError('method-not-allowed', `Use one of these methods: ${allow}.`, {
    headers: { allow },
  }).toResponse();
}

function createNotFoundError(): ProblemError {
  return new ProblemError('not-found', 'Check the path and the option "basePath" of the receiver.');
}

function toProblem(error: unknown, { log }: Settings, c: Context): ProblemError {
  if (error instanceof ProblemError) return error;
  log(`${c.req.method} ${c.req.path} failed: ${describeError(error)}`);
  return createUnavailableError();
}
