import {
  getMultipartBoundary,
  MaxPartsExceededError,
  parseMultipart,
  type MultipartPart,
} from '@remix-run/multipart-parser';
import { ProblemError } from './problem.ts';

export interface FormLimits {
  /** Maximum number of files. */
  maxFiles: number;
  /** Maximum size of a file, in bytes. */
  maxFileBytes: number;
  /** Maximum total size of all files, in bytes. */
  maxFilesBytes: number;
}

export interface FormFile {
  /** File name as received: not safe to use. */
  name: string;
  /** Media type as stated by the sender. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Form {
  /** Text fields by name, in the order of arrival. */
  fields: Map<string, string>;
  files: FormFile[];
}

/** A record has nine members. */
const MAX_FIELDS = 100;

/** RFC 2046, section 5.1.1. */
const MAX_BOUNDARY_LENGTH = 70;

/**
 * Parses `multipart/form-data`. A part with a file name is a file, regardless of the name of its field.
 *
 * @throws ProblemError `malformed-body`, `too-many-files`, `file-too-large`, `body-too-large`
 */
export function parseForm(bytes: Uint8Array, contentType: string, limits: FormLimits): Form {
  const form: Form = { fields: new Map(), files: [] };
  const maxParts = MAX_FIELDS + limits.maxFiles;
  // The size limits of the parser do not distinguish files from fields, and the bytes are already in memory.
  const options = {
    boundary: readBoundary(contentType),
    maxFileSize: Infinity,
    maxTotalSize: Infinity,
    maxParts,
  };
  try {
    // In an array, because the parser accepts an empty body otherwise.
    for (const part of parseMultipart([bytes], options)) addPart(form, part, limits);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof MaxPartsExceededError) throw createTooManyPartsError(maxParts);
    // Errors of the parser, and text that is not encoded in UTF-8.
    throw createMalformedError('It must be multipart/form-data in UTF-8, up to its closing boundary.');
  }
  return form;
}

function readBoundary(contentType: string): string {
  const boundary = getMultipartBoundary(contentType)?.trim() ?? '';
  if (boundary !== '' && boundary.length <= MAX_BOUNDARY_LENGTH) return boundary;
  throw createMalformedError(
    `Its content type must contain a boundary of 1 to ${MAX_BOUNDARY_LENGTH} characters.`,
  );
}

function addPart({ fields, files }: Form, part: MultipartPart, limits: FormLimits): void {
  const { name, filename } = part;
  if (name === undefined) throw createMalformedError('Each part must have a name.');
  if (filename === undefined) {
    if (fields.has(name)) throw createMalformedError('Each member of the record must be sent only once.');
    fields.set(name, part.text);
  } else {
    files.push({ name: unescapeName(filename), type: part.mediaType ?? '', bytes: getContent(part) });
    assertWithinLimits(files, limits);
  }
}

/** A view of the body, without copying: the parser returns one chunk per part for a body in one piece. */
function getContent({ content }: MultipartPart): Uint8Array<ArrayBuffer> {
  return (content[0] ?? new Uint8Array()) as Uint8Array<ArrayBuffer>;
}

/** Reverses https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data. */
function unescapeName(name: string): string {
  return name.replace(/%(22|0D|0A)/g, decodeURIComponent);
}

function assertWithinLimits(files: readonly FormFile[], limits: FormLimits): void {
  const { maxFiles, maxFileBytes, maxFilesBytes } = limits;
  if (files.length > maxFiles) {
    const detail = `A record can have at most ${maxFiles} files. Send fewer, or increase "maxFiles".`;
    throw new ProblemError('too-many-files', detail);
  }
  if ((files.at(-1)?.bytes.byteLength ?? 0) > maxFileBytes) {
    const detail = `A file can have at most ${maxFileBytes} bytes. Send a smaller file, or increase "maxFileBytes".`;
    throw new ProblemError('file-too-large', detail);
  }
  if (files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > maxFilesBytes) {
    const detail = `All files together can have at most ${maxFilesBytes} bytes. Send less, or increase "maxFilesBytes".`;
    throw new ProblemError('file-too-large', detail);
  }
}

function createTooManyPartsError(maxParts: number): ProblemError {
  return new ProblemError('body-too-large', `The form has more than the maximum of ${maxParts} parts.`);
}

function createMalformedError(detail: string): ProblemError {
  return new ProblemError('malformed-body', `The form cannot be parsed. ${detail}`);
}
