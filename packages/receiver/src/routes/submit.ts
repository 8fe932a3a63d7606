import { referenceOf, validateRecord, type ResponseRecord } from '@heed/core';
import { ProblemError } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import type { NewResponse } from '../store/store.ts';

/** JSON, or the client's mode that needs no preflight. */
const MEDIA_TYPES: readonly (string | undefined)[] = ['application/json', 'text/plain'];

/**
 * The record in a request, checked.
 *
 * @throws ProblemError when the request is not one that could ever be stored
 */
export async function readSubmission(
  request: Request,
  maxBytes: number,
  receivedAt: number,
): Promise<NewResponse> {
  expectMediaType(request);
  const bytes = await readBody(request, maxBytes);
  const body = decode(bytes);
  const record = expectRecord(parse(body));
  expectKey(request, record);
  return { record, body, sha256: await hash(bytes), receivedAt };
}

/** The acknowledgement: the same for the first copy and for every repeat. */
export function acknowledgement({ id }: ResponseRecord): { id: string; reference: string } {
  return { id, reference: referenceOf(id) };
}

function expectMediaType(request: Request): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (MEDIA_TYPES.includes(type)) return;
  const detail = 'Send JSON with the header "content-type: application/json" (or "text/plain").';
  throw new ProblemError('unsupported-media-type', detail);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed-body', 'The body must be encoded in UTF-8 and holds other bytes.');
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's message quotes what it read.
    throw new ProblemError(
      'malformed-body',
      `The body must be JSON; ${body.length} characters arrived that are not.`,
    );
  }
}

function expectRecord(value: unknown): ResponseRecord {
  const problems = validateRecord(value);
  if (problems.length === 0) return value as ResponseRecord;
  const version = versionOf(value);
  if (typeof version === 'number' && version !== 1) {
    const detail = `This receiver takes version 1 of the record, got version ${version}. Update the receiver.`;
    throw new ProblemError('unknown-version', detail, { problems });
  }
  const detail = `${problems.length} problems were found; the first is at "${problems[0]?.path}".`;
  throw new ProblemError('invalid-record', detail, { problems });
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined;
}

function expectKey(request: Request, { id }: ResponseRecord): void {
  const key = request.headers.get('idempotency-key');
  if (key === null || key.replace(/^"(.*)"$/, '$1') === id) return;
  throw new ProblemError(
    'key-mismatch',
    `The header "Idempotency-Key" must be "${id}", the id of the record, or left out.`,
  );
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
