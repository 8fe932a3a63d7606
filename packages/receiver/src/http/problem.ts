import type { Problem as RecordProblem } from '@heed/core';

/** Stable identifier of a problem, for use in a `switch`. */
export type ProblemCode = keyof typeof PROBLEMS;

const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A query parameter is invalid' },
  'invalid-record': { status: 400, title: 'The body is not a valid feedback record' },
  'key-mismatch': { status: 400, title: 'The Idempotency-Key does not match the record' },
  'malformed-body': { status: 400, title: 'The body cannot be parsed' },
  'unknown-version': { status: 400, title: 'The version of the record is not supported' },
  unauthorized: { status: 401, title: 'The token is missing or invalid' },
  'origin-not-allowed': { status: 403, title: 'Pages of this origin are not allowed to post' },
  'not-found': { status: 404, title: 'The resource does not exist' },
  'method-not-allowed': { status: 405, title: 'The resource does not support this method' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'file-too-large': { status: 413, title: 'A file, or the total of all files, is too large' },
  'too-many-files': { status: 413, title: 'The record has too many files' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'id-taken': { status: 422, title: 'A different record with this id is already stored' },
  'too-many-posts': { status: 429, title: 'Too many posts from this IP address' },
  unavailable: { status: 503, title: 'The receiver is temporarily unavailable' },
} as const;

/** Body of an error response: problem details (RFC 9457) as `application/problem+json`. */
export interface ProblemDetails {
  /** `urn:heed:problem:` followed by the code. */
  type: string;
  title: string;
  status: number;
  /** The expected and the actual value, and what to do. Never contains any part of an answer. */
  detail: string;
  code: ProblemCode;
  /** The invalid places in the record, up to 20. Only for `invalid-record` and `unknown-version`. */
  problems?: readonly RecordProblem[];
  /** Name of the query parameter. Only for `invalid-parameter`. */
  parameter?: string;
}

interface ProblemOptions {
  problems?: readonly RecordProblem[];
  parameter?: string;
  headers?: Record<string, string>;
}

/** Throw it in a route to respond with problem details. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly details: ProblemDetails;
  readonly #headers: Record<string, string>;

  constructor(code: ProblemCode, detail: string, { headers = {}, ...members }: ProblemOptions = {}) {
    super(detail);
    this.details = { type: `urn:heed:problem:${code}`, ...PROBLEMS[code], detail, code, ...members };
    this.#headers = headers;
  }

  toResponse(): Response {
    return new Response(JSON.stringify(this.details), {
      status: this.details.status,
      headers: { 'content-type': 'application/problem+json', ...this.#headers },
    });
  }
}

const RETRY_SECONDS = 10;

/** Returns the error for a temporary failure: the same request may succeed later. */
export function createUnavailableError(): ProblemError {
  return createRetryError('unavailable', RETRY_SECONDS);
}

/** Returns an error with `Retry-After`. */
export function createRetryError(code: ProblemCode, seconds: number): ProblemError {
  return new ProblemError(code, `Retry the same request in ${seconds} seconds.`, {
    headers: { 'retry-after': String(seconds) },
  });
}
