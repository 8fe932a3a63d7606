import { HeedError } from '@heed/core';
import { Hono, type Context, type Handler, type MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { describeError } from './http/describe-error.ts';
import { guardOrigins } from './http/origins.ts';
import { shareMemory } from './http/memory.ts';
import { ProblemError, unavailable } from './http/problem.ts';
import { readFilter, readPeriod } from './http/query.ts';
import { limitRate } from './http/rate-limit.ts';
import { streamText } from './http/stream.ts';
import { requireToken } from './http/token.ts';
import type { Receiver, ReceiverOptions, RequestInfo } from './options.ts';
import { CSV, exportText, JSON_LINES, type ExportFormat } from './routes/export.ts';
import { readFileDownload } from './routes/file.ts';
import { describeFile, listFiles } from './routes/item.ts';
import { listResponses } from './routes/list.ts';
import { acknowledgement, maxFormBytes, readSubmission, type PostLimits } from './routes/submit.ts';
import { readScores } from './scores/scores.ts';
import type { NewResponse } from './store/store.ts';

type Settings = ReturnType<typeof readOptions>;
type App = Hono<{ Bindings: RequestInfo }>;

const BASE_PATH = /^(\/[\w.~-]+)*\/?$/;

/** So many of the largest posts with files may be in memory at the same time. */
const POSTS_IN_MEMORY = 4;

/**
 * The reference endpoint as a web-standard handler: stores each feedback record once by its id, lists,
 * exports and scores. Runs wherever `Request` and `Response` exist. Below `basePath`:
 *
 * - `POST /` takes a record as JSON, with the content type `application/json` or `text/plain` and, if it
 *   likes, its key (`keyOf()` of `@heed/core`) as `Idempotency-Key`. 201 `{ id, reference }` once it is stored, and again
 *   for each repeat of the same bytes. A later version of a partial record takes its place. With files it is `multipart/form-data`, as the client sends it: the members of the record are
 *   fields, texts as they are and other values as JSON, and each part with a file name is a file.
 * - `GET /responses` gives a `ResponseList`: the newest first, or with `after=<cursor>` what came since, oldest
 *   first, or with `before=<cursor>` what came before. `limit` is 1 to 500, 50 by default; a page is shorter
 *   when the records are large.
 * - `GET /responses/<id>/files/<number>` gives the content of a file, to be saved: the `path` of a `FileItem`.
 * - `GET /scores` gives `Scores`, with `period=day|week|month` also as series.
 * - `GET /export.jsonl` and `GET /export.csv` give everything as a file, oldest first: one `StoredItem` or one
 *   answer per line. CSV is in UTF-8 with a byte order mark.
 * - `GET /health` gives 200 `{ status: 'ok' }` when the database answers.
 *
 * All but the post and the health ask for `Authorization: Bearer <token>`, and all of these take the filters
 * `survey=<name>`, `from=<time>` (inclusive) and `to=<time>` (exclusive) on `submittedAt`, and `partial=true|false`; a
 * time is `2026-11-21` or `2026-11-21T10:15:00Z`. A `submittedAt` after the arrival, or more than 30 days before it,
 * comes from a wrong clock: the time of arrival counts instead, also in series. Errors are `ProblemDetails`; those that pass carry `Retry-After`.
 *
 * @throws HeedError `HEED_OPTION`
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const settings = readOptions(options);
  const app: App = new Hono<{ Bindings: RequestInfo }>({ strict: false });
  app.use(secure, methodNotAllowed({ app, onMethodNotAllowed: answerOtherMethod }));
  const routes = app.basePath(settings.basePath);
  addSubmitRoute(routes, settings);
  addReadRoutes(routes, settings);
  app.notFound(() => problemAtAddress().toResponse());
  app.onError((error, c) => toProblem(error, settings, c).toResponse());
  return { fetch: async (request, info = {}) => app.fetch(request, info) };
}

function addSubmitRoute(app: App, settings: Settings): void {
  const { store, origins, postsPerMinute, limits, now } = settings;
  const shareOf = shareMemory(POSTS_IN_MEMORY * maxFormBytes(limits));
  app.use('/', ...guardOrigins(origins));
  app.post('/', limitRate(postsPerMinute), async (c) => {
    const memory = shareOf();
    try {
      const response = await readSubmission(c.req.raw, limits, memory, now());
      const result = await store.add(response);
      if (result.state === 'taken') throw idTaken();
      if (result.state === 'stored') announce(settings, response, result.cursor);
      return c.json(acknowledgement(response.record), 201);
    } finally {
      memory.free();
    }
  });
}

function addReadRoutes(app: App, settings: Settings): void {
  const { store, token } = settings;
  app.get('/health', async (c) => {
    await store.ping();
    return c.json({ status: 'ok' });
  });
  const guard = requireToken(token);
  app.get('/responses', guard, async (c) => {
    const json = await listResponses(store, c.req.query());
    return c.body(json, 200, { 'content-type': 'application/json' });
  });
  app.get('/responses/:id/files/:position{[0-9]{1,9}}', guard, async (c) => {
    const { id, position } = c.req.param();
    const download = await readFileDownload(store, id, Number(position));
    if (!download) throw noFile();
    return download;
  });
  app.get('/scores', guard, async (c) => {
    const query = c.req.query();
    return c.json(await readScores(store, readFilter(query), readPeriod(query)));
  });
  app.get('/export.jsonl', guard, exportRoute(settings, JSON_LINES));
  app.get('/export.csv', guard, exportRoute(settings, CSV));
}

function exportRoute({ store, log, now }: Settings, format: ExportFormat): Handler {
  return async (c) => {
    const text = await exportText(store, readFilter(c.req.query()), format);
    const day = new Date(now()).toISOString().slice(0, 10);
    const stream = streamText(text, (error) => log(`An export broke off: ${describeError(error)}`));
    return c.body(stream, 200, {
      'content-type': format.contentType,
      'content-disposition': `attachment; filename="feedback-${day}.${format.extension}"`,
    });
  };
}

/** Calls `onStored` after the answer is on its way, and outlives what it throws. */
function announce({ onStored, log }: Settings, response: NewResponse, cursor: string): void {
  if (!onStored) return;
  const { record } = response;
  const { id, reference } = acknowledgement(record);
  const receivedAt = new Date(response.receivedAt).toISOString();
  const files = listFiles(id, response.files.map(describeFile));
  const item = { receivedAt, reference, cursor, ...files, record };
  Promise.resolve(item)
    .then(onStored)
    .catch((error: unknown) => log(`"onStored" failed: ${describeError(error)}`));
}

const secure: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('cache-control', 'no-store');
  // What a visitor wrote must never run as a page of this origin.
  c.header('content-security-policy', "default-src 'none'; sandbox");
};

function answerOtherMethod(c: Context, methods: string[]): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
  return new ProblemError('method-not-allowed', `Use one of these methods: ${allow}.`, {
    headers: { allow },
  }).toResponse();
}

function problemAtAddress(): ProblemError {
  return new ProblemError('not-found', 'Check the path and the "basePath" of the receiver.');
}

function noFile(): ProblemError {
  return new ProblemError('not-found', 'Take the "path" of a file from the list of responses.');
}

function idTaken(): ProblemError {
  const detail =
    'A record with this id was stored from other bytes. Give each record its own id and never change one.';
  return new ProblemError('id-taken', detail);
}

function toProblem(error: unknown, { log }: Settings, c: Context): ProblemError {
  if (error instanceof ProblemError) return error;
  log(`${c.req.method} ${c.req.path} failed: ${describeError(error)}`);
  return unavailable();
}

function readOptions(options: ReceiverOptions) {
  const { basePath = '/feedback', postsPerMinute = 60, origins = [] } = options;
  if (!BASE_PATH.test(basePath)) {
    throw new HeedError(
      'HEED_OPTION',
      'createReceiver',
      `"basePath" must be a path such as "/feedback", got "${basePath}"`,
    );
  }
  const { store, token, now = Date.now, log = () => {}, onStored } = options;
  const limits = readLimits(options);
  return { store, token, basePath, limits, postsPerMinute, origins, now, log, onStored };
}

function readLimits(options: ReceiverOptions): PostLimits {
  const { maxBodyBytes = 1_000_000, maxFiles = 10 } = options;
  const { maxFileBytes = 10_000_000, maxFilesBytes = 50_000_000 } = options;
  expectWhole('maxBodyBytes', maxBodyBytes, 1);
  expectWhole('maxFiles', maxFiles, 0);
  expectWhole('maxFileBytes', maxFileBytes, 1);
  expectWhole('maxFilesBytes', maxFilesBytes, 1);
  return { maxBodyBytes, maxFiles, maxFileBytes, maxFilesBytes };
}

function expectWhole(name: string, value: number, min: number): void {
  if (Number.isInteger(value) && value >= min) return;
  throw new HeedError(
    'HEED_OPTION',
    'createReceiver',
    `"${name}" must be a whole number of ${min} or more, got ${value}`,
  );
}
