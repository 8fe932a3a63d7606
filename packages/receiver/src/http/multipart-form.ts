import {
  getMultipartBoundary,
  MaxPartsExceededError,
  parseMultipart,
  type MultipartPart,
} from '@remix-run/multipart-parser';
import { ProblemError } from './problem.ts';

export interface FormLimits {
  /** Files in one form. */
  maxFiles: number;
  /** Bytes of one file. */
  maxFileBytes: number;
  /** Bytes of all files of one form. */
  maxFilesBytes: number;
}

export interface FormFile {
  /** As it was sent: no name for a file of ours. */
  name: string;
  /** What the sender says that it is. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Form {
  /** Texts by name, in the order of arrival. */
  fields: Map<string, string>;
  files: FormFile[];
}

/** A record has nine members. */
const MAX_FIELDS = 100;

/** What RFC 2046 allows, section 5.1.1. */
const MAX_BOUNDARY = 70;

/**
 * Reads `multipart/form-data`. A part with a file name is a file, whatever its field is called.
 *
 * @throws ProblemError `malformed-body`, `too-many-files`, `file-too-large`, `body-too-large`
 */
export function parseForm(bytes: Uint8Array, contentType: string, limits: FormLimits): Form {
  const form: Form = { fields: new Map(), files: [] };
  const maxParts = MAX_FIELDS + limits.maxFiles;
  // The limits of the parser do not tell a file from a field, and the bytes are here already.
  const options = {
    boundary: readBoundary(contentType),
    maxFileSize: Infinity,
    maxTotalSize: Infinity,
    maxParts,
  };
  try {
    // In a list, so that nothing at all is an error, too.
    for (const part of parseMultipart([bytes], options)) addPart(form, part, limits);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof MaxPartsExceededError) throw tooManyParts(maxParts);
    // The parser's own errors, and what is not encoded in UTF-8.
    throw malformed('It must be multipart/form-data in UTF-8, to its closing boundary.');
  }
  return form;
}

function readBoundary(contentType: string): string {
  const boundary = getMultipartBoundary(contentType)?.trim() ?? '';
  if (boundary !== '' && boundary.length <= MAX_BOUNDARY) return boundary;
  throw malformed(`Its content type must name a boundary of 1 to ${MAX_BOUNDARY} characters.`);
}

function addPart({ fields, files }: Form, part: MultipartPart, limits: FormLimits): void {
  const { name, filename } = part;
  if (name === undefined) throw malformed('Each part must have a name.');
  if (filename === undefined) {
    if (fields.has(name)) throw malformed('Each member of the record must be sent once.');
    fields.set(name, part.text);
  } else {
    files.push({ name: unescapeName(filename), type: part.mediaType ?? '', bytes: bytesOf(part) });
    expectFitting(files, limits);
  }
}

/** A view of the body: a message that is parsed in one go has each content in one piece. */
function bytesOf({ content }: MultipartPart): Uint8Array<ArrayBuffer> {
  return (content[0] ?? new Uint8Array()) as Uint8Array<ArrayBuffer>;
}

/** As https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data escapes. */
function unescapeName(name: string): string {
  return name.replace(/%(22|0D|0A)/g, decodeURIComponent);
}

function expectFitting(files: readonly FormFile[], limits: FormLimits): void {
  const { maxFiles, maxFileBytes, maxFilesBytes } = limits;
  if (files.length > maxFiles) {
    throw new ProblemError('too-many-files', `Send at most ${maxFiles} files, or raise "maxFiles".`);
  }
  if ((files.at(-1)?.bytes.byteLength ?? 0) > maxFileBytes) {
    const detail = `Each file must have at most ${maxFileBytes} bytes. Send less, or raise "maxFileBytes".`;
    throw new ProblemError('file-too-large', detail);
  }
  if (files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > maxFilesBytes) {
    const detail = `All files must have at most ${maxFilesBytes} bytes together. Send less, or raise "maxFilesBytes".`;
    throw new ProblemError('file-too-large', detail);
  }
}

function tooManyParts(maxParts: number): ProblemError {
  return new ProblemError('body-too-large', `The form must have at most ${maxParts} parts and has more.`);
}

function malformed(advice: string): ProblemError {
  return new ProblemError('malformed-body', `The form cannot be read. ${advice}`);
}
