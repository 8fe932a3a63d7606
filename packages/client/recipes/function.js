import { referenceOf, validateRecord } from '@heed/core';
/**
 * A function for any platform that gives it a Request and takes a Response.
 *
 * @param origin of the pages that may post
 * @param save keeps the record; of several with the same id it keeps one
 */
export function createHandler(origin, save) {
    const headers = {
        'access-control-allow-origin': origin,
        'access-control-allow-headers': 'content-type, idempotency-key',
        'access-control-expose-headers': 'retry-after',
        vary: 'origin',
    };
    return async (request) => {
        if (request.method === 'OPTIONS')
            return new Response(null, { status: 204, headers });
        const record = await request.json().catch(() => undefined);
        if (validateRecord(record).length > 0)
            return new Response(null, { status: 400, headers });
        try {
            const { id } = record;
            await save(record);
            return Response.json({ reference: referenceOf(id) }, { status: 201, headers });
        }
        catch {
            return new Response(null, { status: 503, headers: { ...headers, 'retry-after': '20' } });
        }
    };
}
//# sourceMappingURL=function.js.map