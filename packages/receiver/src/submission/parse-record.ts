import { idempotencyKeyOf, validateRecord, type ResponseRecord } from '@heed/core';
import { ProblemError } from '../http/problem.ts';

/** @throws ProblemError `malformed-body`, `invalid-record`, `unknown-version` */
export function parseRecord(body: string): ResponseRecord {
  return assertRecord(parseJson(body));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Without the parser's message, which quotes the body.
    const detail = `The body is not valid JSON (${body.length} characters received).`;
    throw new ProblemError('malformed-body', detail);
  }
}

function assertRecord(value: unknown): ResponseRecord {
  const problems = validateRecord(value);
  if (problems.length === 0) return value as ResponseRecord;
  const version = getVersion(value);
  if (typeof version === 'number' && version !== 1) {
    const detail = `This receiver supports version 1 of the record, got version ${version}. Update the receiver.`;
    throw new ProblemError('unknown-version', detail, { problems });
  }
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const detail = `The record has ${count}; the first is at "${problems[0]?.path}".`;
  throw new ProblemError('invalid-record', detail, { problems });
}

function getVersion(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined;
}

/**
 * Checks the optional header `Idempotency-Key`, with or without quotes.
 *
 * @throws ProblemError `key-mismatch`
 */
export function assertIdempotencyKey(request: Request, record: ResponseRecord): void {
  const key = request.headers.get('idempotency-key');
  const expected = idempotencyKeyOf(record);
  if (key === null || key.replace(/^"(.*)"$/, '$1') === expected) return;
  const detail = `The header "Idempotency-Key" must be "${expected}", the key of the record, or omitted.`;
  throw new ProblemError('key-mismatch', detail);
}
