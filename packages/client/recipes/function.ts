import {
  referenceOf,
  validateRecord,
  type ResponseRecord,
} from '@heed/core';

/**
 * Returns a handler for any platform whose functions receive a
 * `Request` and return a `Response`.
 *
 * @param origin the origin of the pages that may post
 * @param save stores the record; only one if several have the same id
 */
export function createHandler(
  origin: string,
  save: (record: ResponseRecord) => Promise<void>,
) {
  const headers = {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
  };
  return async (request: Request): Promise<Response> => {
    if (request.method === 'OPTIONS')
      return new Response(null, { status: 204, headers });
    const record: unknown = await request.json().catch(() => undefined);
    if (validateRecord(record).length > 0)
      return new Response(null, { status: 400, headers });
    try {
      const { id } = record as ResponseRecord;
      await save(record as ResponseRecord);
      return Response.json(
        { reference: referenceOf(id) },
        { status: 201, headers },
      );
    } catch {
      return new Response(null, {
        status: 503,
        headers: { ...headers, 'retry-after': '20' },
      });
    }
  };
}
