import { HeedError, ID_PATTERN, idempotencyKeyOf, toJson, type ResponseRecord } from '@heed/core';
import type { ClientOptions } from './options.ts';

/**
 * Writes the record once, as it will be posted each time.
 *
 * @throws HeedError `HEED_RECORD` or `HEED_SERIALISE`; whatever `redact` and `transform` throw
 */
export function serialise(
  record: ResponseRecord,
  { redact, transform }: Pick<ClientOptions, 'redact' | 'transform'>,
): { id: string; body: string } {
  const redacted = redact ? redact(record) : record;
  if (!ID_PATTERN.test(redacted?.id))
    throw new HeedError('HEED_RECORD', 'submit', '"id" must be a UUID in lower case');
  const value = transform ? transform(redacted) : redacted;
  let body: string | undefined;
  try {
    body = toJson(value);
  } catch {
    // A cycle or a BigInt.
  }
  if (!body) throw new HeedError('HEED_SERIALISE', 'submit', 'the record is no JSON value');
  return { id: idempotencyKeyOf(redacted), body };
}
