import type { Query, QueryParameter } from '../http/query-parameters.ts';
import type { StoredItem } from '../responses/stored-item.ts';
import type { Store } from '../store/store.ts';
import type { SubmissionLimits } from '../submission/read-submission.ts';

/**
 * One route of the receiver, described and implemented in one place. `createReceiver()` derives routing, access checks
 * and CORS headers from it, and a test compares it with the tables in the documentation.
 */
export interface Route {
  method: 'GET' | 'POST';
  /** Path relative to `basePath`, in Hono's syntax. */
  path: string;
  access: Access;
  /** Supported query parameters. The handler does not see any others. */
  query: readonly QueryParameter[];
  /** What a successful response contains, in Markdown. */
  returns: string;
  createHandler(services: RouteServices): RouteHandler;
}

/**
 * - `origin`: pages of the allowed origins and non-browser clients, with a rate limit.
 * - `token`: clients with the token.
 * - `public`: everyone.
 */
export type Access = 'origin' | 'token' | 'public';

/** Throws a `ProblemError` to respond with a problem. */
export type RouteHandler = (request: RouteRequest) => Promise<Response>;

export interface RouteRequest {
  raw: Request;
  /** Path parameters. */
  params: Readonly<Record<string, string>>;
  query: Query;
}

export interface RouteServices {
  store: Store;
  limits: SubmissionLimits;
  /** Returns the time in milliseconds since 1970. */
  now: () => number;
  log: (line: string) => void;
  onStored: ((item: StoredItem) => void | Promise<void>) | undefined;
}
