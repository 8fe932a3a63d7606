import { ProblemError } from './problem.ts';

/**
 * So much, or as much again as is allowed, is read and thrown away of a body that is too large, before it is
 * answered. A connection that closes while the browser still sends reaches the page as a network failure, which a
 * client would retry for ever.
 */
const MIN_DISCARDED_BYTES = 16_000_000;

export interface BodyLimit {
  maxBytes: number;
  /** What to do about a body that has more. */
  advice: string;
  /** Takes memory for so many bytes; throws when there is none. */
  reserve?: ((bytes: number) => void) | undefined;
}

/**
 * The bytes of the body, at most `maxBytes`, whatever `content-length` says.
 *
 * @throws ProblemError `body-too-large`; `malformed-body` when the body breaks off; what `reserve` throws
 */
export async function readBody(request: Request, limit: BodyLimit): Promise<Uint8Array<ArrayBuffer>> {
  const { maxBytes, reserve } = limit;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength;
    if (size <= maxBytes) {
      reserve?.(chunk.byteLength);
      chunks.push(chunk);
    } else chunks.length = 0;
    if (size > maxBytes + Math.max(maxBytes, MIN_DISCARDED_BYTES)) break;
  }
  if (size > maxBytes) throw tooLarge(limit);
  return concatenate(chunks, size);
}

/** Never cancels the stream: on Node that would close the connection before the answer is out. */
async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } catch {
    throw new ProblemError('malformed-body', 'The body broke off. Send it again.');
  } finally {
    reader.releaseLock();
  }
}

function tooLarge({ maxBytes, advice }: BodyLimit): ProblemError {
  return new ProblemError(
    'body-too-large',
    `The body must have at most ${maxBytes} bytes and has more. ${advice}`,
  );
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
