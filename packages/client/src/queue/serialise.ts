import { HeedError, ID_PATTERN, idempotencyKeyOf, toJson, type ResponseRecord } from '@heed/core';
import type { ClientOptions } from '../api/options.ts';

/**
 * Serialises the record once; each attempt posts the same bytes. As in `JSON.stringify()`, a nested function and a member
 * that is undefined are omitted.
 *
 * @throws HeedError `HEED_RECORD` or `HEED_SERIALISE`; any error that `redact` or `transform` throws
 */
export function serialise(
  record: ResponseRecord,
  { redact, transform }: Pick<ClientOptions, 'redact' | 'transform'>,
): { id: string; body: string } {
  const redacted = redact ? redact(record) : record;
  if (!ID_PATTERN.test(redacted?.id))
    throw new HeedError('HEED_RECORD', 'submit', '"id" must be a lower-case UUID');
  const value = transform ? transform(redacted) : redacted;
  let body: string | undefined;
  try {
    body = toJson(value);
  } catch {
    // A cycle or a BigInt.
  }
  if (!body) throw new HeedError('HEED_SERIALISE', 'submit', 'the record is not valid JSON');
  return { id: idempotencyKeyOf(redacted), body };
}
