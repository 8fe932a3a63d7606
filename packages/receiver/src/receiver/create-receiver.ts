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
 * Returns the reference endpoint as a web-standard handler for any platform with `Request` and `Response`. It stores each
 * feedback record once by its id, and serves lists, files, exports and scores. The README of the package lists the routes.
 *
 * `POST <basePath>` is open to pages of the allowed origins and to non-browser clients. All other routes except
 * `GET <basePath>/health` require `Authorization: Bearer <token>`. The body of an error response is `ProblemDetails`;
 * temporary errors have the header `Retry-After`.
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
