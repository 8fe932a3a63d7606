import type { Problem as RecordProblem } from '@heed/core';

/** What a caller can be told. Stable, made for `switch`. */
export type ProblemCode = keyof typeof PROBLEMS;

const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A query parameter is not valid' },
  'invalid-record': { status: 400, title: 'The body is not a feedback record' },
  'key-mismatch': { status: 400, title: 'The Idempotency-Key is not that of the record' },
  'malformed-body': { status: 400, title: 'The body cannot be read' },
  'unknown-version': { status: 400, title: 'The version of the record is not known here' },
  unauthorized: { status: 401, title: 'The token is missing or wrong' },
  'origin-not-allowed': { status: 403, title: 'Pages of this origin may not post here' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'file-too-large': { status: 413, title: 'A file is too large, or all of them together' },
  'too-many-files': { status: 413, title: 'There are too many files' },
  'unsupported-media-type': { status: 415, title: 'The content type is not taken' },
  'id-taken': { status: 422, title: 'Another record was stored under this id' },
  'too-many-posts': { status: 429, title: 'Too many posts from this address' },
  unavailable: { status: 503, title: 'The record could not be stored or read just now' },
} as const;

/** A request that is answered with problem details (RFC 9457) as `application/problem+json`. */
export interface ProblemDetails {
  /** `urn:heed:problem:` and the code. */
  type: string;
  title: string;
  status: number;
  /** What was expected, what arrived and what to do. Never what an answer contains. */
  detail: string;
  code: ProblemCode;
  /** `invalid-record` and `unknown-version` only: what is wrong, at most 20. */
  problems?: readonly RecordProblem[];
  /** `invalid-parameter` only: the name of the query parameter. */
  parameter?: string;
}

interface ProblemOptions {
  problems?: readonly RecordProblem[];
  parameter?: string;
  headers?: Record<string, string>;
}

/** Thrown by a route, answered by the receiver. */
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

/** What passes: the same request may succeed later. */
export function unavailable(): ProblemError {
  return new ProblemError('unavailable', `Send it again in ${RETRY_SECONDS} seconds, unchanged.`, {
    headers: { 'retry-after': String(RETRY_SECONDS) },
  });
}
