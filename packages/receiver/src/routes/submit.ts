import { idempotencyKeyOf, referenceOf, validateRecord, type ResponseRecord } from '@heed/core';
import { parseForm, type FormFile, type FormLimits } from '../http/form.ts';
import type { MemoryShare } from '../http/memory.ts';
import { ProblemError } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import type { NewResponse } from '../store/store.ts';
import { joinMembers, toNewFiles } from './form-record.ts';
import { hashPost } from './hash-post.ts';

export interface PostLimits extends FormLimits {
  /** Bytes of a record. */
  maxBodyBytes: number;
}

/** What a post says, however it is encoded. */
interface Post {
  /** JSON. */
  body: string;
  files: readonly FormFile[];
}

/** JSON, or the client's mode that needs no preflight. */
const JSON_TYPES: readonly string[] = ['application/json', 'text/plain'];
const FORM_TYPE = 'multipart/form-data';

/** The lines between the parts of a form. */
const FORM_OVERHEAD_BYTES = 100_000;

/**
 * The record in a request with its files, checked. The files may be fewer or others than the record names: a record
 * may have been redacted, and refusing would lose what a person took the trouble to send.
 *
 * @throws ProblemError when the request is not one that could ever be stored, or when there is no memory for it now
 */
export async function readSubmission(
  request: Request,
  limits: PostLimits,
  memory: MemoryShare,
  receivedAt: number,
): Promise<NewResponse> {
  const { body, files } = await readPost(request, limits, memory);
  const record = expectRecord(parse(body));
  expectKey(request, record);
  const sha256 = await hashPost(body, files);
  return { record, body, sha256, receivedAt, files: toNewFiles(files, record) };
}

/** The acknowledgement: the same for the first copy and for every repeat. */
export function acknowledgement({ id }: ResponseRecord): { id: string; reference: string } {
  return { id, reference: referenceOf(id) };
}

/** How many bytes a post with files may have. */
export function maxFormBytes({ maxBodyBytes, maxFilesBytes }: PostLimits): number {
  return maxBodyBytes + maxFilesBytes + FORM_OVERHEAD_BYTES;
}

async function readPost(request: Request, limits: PostLimits, memory: MemoryShare): Promise<Post> {
  const contentType = request.headers.get('content-type') ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === FORM_TYPE) return readForm(request, contentType, limits, memory);
  if (!JSON_TYPES.includes(type)) throw unsupported();
  const advice = 'Send less, or raise "maxBodyBytes".';
  const bytes = await readBody(request, { maxBytes: limits.maxBodyBytes, advice });
  return { body: decode(bytes), files: [] };
}

async function readForm(
  request: Request,
  contentType: string,
  limits: PostLimits,
  { reserve }: MemoryShare,
): Promise<Post> {
  const advice = 'Send less, or raise "maxBodyBytes" or "maxFilesBytes".';
  const bytes = await readBody(request, { maxBytes: maxFormBytes(limits), advice, reserve });
  const { fields, files } = parseForm(bytes, contentType, limits);
  const body = joinMembers(fields);
  if (new TextEncoder().encode(body).byteLength <= limits.maxBodyBytes) return { body, files };
  throw new ProblemError(
    'body-too-large',
    `The record must have at most ${limits.maxBodyBytes} bytes and has more. Send less, or raise "maxBodyBytes".`,
  );
}

function unsupported(): ProblemError {
  const detail =
    'Send JSON with the header "content-type: application/json" (or "text/plain"), or "multipart/form-data" with files.';
  return new ProblemError('unsupported-media-type', detail);
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

function expectKey(request: Request, record: ResponseRecord): void {
  const key = request.headers.get('idempotency-key');
  const expected = idempotencyKeyOf(record);
  if (key === null || key.replace(/^"(.*)"$/, '$1') === expected) return;
  throw new ProblemError(
    'key-mismatch',
    `The header "Idempotency-Key" must be "${expected}", the key of the record, or left out.`,
  );
}
