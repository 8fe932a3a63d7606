import { ProblemError } from './problem.ts';

/**
 * Minimum number of bytes to read and discard beyond the limit before the response. If the connection closed while the
 * browser was still sending, the page would see a network error instead of the 413 response, and retry forever.
 */
const MIN_DISCARDED_BYTES = 16_000_000;

export interface BodyLimit {
  maxBytes: number;
  /** What to do about a larger body, for the error message. */
  advice: string;
  /** Reserves memory; throws if none is available. */
  reserve?: ((bytes: number) => void) | undefined;
}

/**
 * Returns the body, at most `maxBytes` long. Measures the body itself and ignores `content-length`.
 *
 * @throws ProblemError `body-too-large`; `malformed-body` if the connection breaks; any error of `reserve`
 */
export async function readBody(request: Request, limit: BodyLimit): Promise<Uint8Array<ArrayBuffer>> {
  const { maxBytes, reserve } = limit;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readChunks(request)) {
    size += chunk.byteLength;
    if (size <= maxBytes) {
      reserve?.(chunk.byteLength);
      chunks.push(chunk);
    } else chunks.length = 0;
    if (size > maxBytes + Math.max(maxBytes, MIN_DISCARDED_BYTES)) break;
  }
  if (size > maxBytes) throw createTooLargeError('body', limit);
  return concatenate(chunks, size);
}

/** Returns the error for a body, or the record in it, that exceeds the limit. */
export function createTooLargeError(subject: string, { maxBytes, advice }: BodyLimit): ProblemError {
  const detail = `The ${subject} is larger than the maximum of ${maxBytes} bytes. ${advice}`;
  return new ProblemError('body-too-large', detail);
}

/** Never cancels the stream: Node would close the connection before the response is sent. */
async function* readChunks(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } catch {
    throw new ProblemError('malformed-body', 'The body is incomplete. Send it again.');
  } finally {
    reader.releaseLock();
  }
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
