import { HeedError, ID_PATTERN, type ResponseRecord } from '@heed/core';
import type { ClientOptions } from './options.ts';

/**
 * Writes the record once, as it will be posted each time.
 *
 * @throws HeedError `HEED_RECORD` or `HEED_SERIALISE`; whatever `redact` and `transform` throw
 */
export function serialise(
  record: ResponseRecord,
  { redact = same, transform = same }: Pick<ClientOptions, 'redact' | 'transform'>,
): { id: string; body: string } {
  const redacted = redact(record);
  const id = redacted?.id;
  if (!ID_PATTERN.test(id)) {
    throw new HeedError(
      'HEED_RECORD',
      `client: the record's "id" must be a UUID in lower case, got ${typeof id}`,
    );
  }
  const body = toJson(transform(redacted));
  if (body === undefined) {
    throw new HeedError(
      'HEED_SERIALISE',
      'client: the record holds what JSON cannot: a cycle, a BigInt or nothing',
    );
  }
  return { id, body };
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function same<T>(value: T): T {
  return value;
}
