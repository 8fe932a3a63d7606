import type { MemoryReservation } from '../http/memory-limit.ts';
import { parseForm, type FormFile, type FormLimits } from '../http/multipart-form.ts';
import { ProblemError } from '../http/problem.ts';
import { createTooLargeError, readBody } from '../http/read-body.ts';
import { joinMembers } from './form-record.ts';

export interface SubmissionLimits extends FormLimits {
  /** Maximum size of a record, in bytes. */
  maxBodyBytes: number;
}

/** The content of a post, regardless of its encoding. */
export interface Submission {
  /** The record as text, not yet parsed. */
  body: string;
  files: readonly FormFile[];
}

/** `text/plain` avoids a preflight; its content is JSON as well. */
const JSON_TYPES: readonly string[] = ['application/json', 'text/plain'];
const FORM_TYPE = 'multipart/form-data';

/** The boundaries and headers of the parts of a form. */
const FORM_OVERHEAD_BYTES = 100_000;

/** Returns the maximum size of a post with files, in bytes. */
export function getMaxFormBytes({ maxBodyBytes, maxFilesBytes }: SubmissionLimits): number {
  return maxBodyBytes + maxFilesBytes + FORM_OVERHEAD_BYTES;
}

/**
 * Reads the record and the files of a post.
 *
 * @throws ProblemError `unsupported-media-type`, `body-too-large`, `too-many-files`, `file-too-large`, `malformed-body`;
 * `unavailable` if the memory limit is exceeded
 */
export async function readSubmission(
  request: Request,
  limits: SubmissionLimits,
  memory: MemoryReservation,
): Promise<Submission> {
  const contentType = request.headers.get('content-type') ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === FORM_TYPE) return readForm(request, contentType, limits, memory);
  if (!JSON_TYPES.includes(type)) throw createMediaTypeError();
  const bytes = await readBody(request, getBodyLimit(limits));
  return { body: decodeText(bytes), files: [] };
}

async function readForm(
  request: Request,
  contentType: string,
  limits: SubmissionLimits,
  { reserve }: MemoryReservation,
): Promise<Submission> {
  const advice = 'Send less, or increase "maxBodyBytes" or "maxFilesBytes".';
  const bytes = await readBody(request, { maxBytes: getMaxFormBytes(limits), advice, reserve });
  const { fields, files } = parseForm(bytes, contentType, limits);
  const body = joinMembers(fields);
  if (new TextEncoder().encode(body).byteLength <= limits.maxBodyBytes) return { body, files };
  throw createTooLargeError('record', getBodyLimit(limits));
}

function getBodyLimit({ maxBodyBytes }: SubmissionLimits) {
  return { maxBytes: maxBodyBytes, advice: 'Send less, or increase "maxBodyBytes".' };
}

function createMediaTypeError(): ProblemError {
  const detail =
    'Send JSON as "content-type: application/json" or "text/plain", or a record with files as "multipart/form-data".';
  return new ProblemError('unsupported-media-type', detail);
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed-body', 'The body is not valid UTF-8.');
  }
}
