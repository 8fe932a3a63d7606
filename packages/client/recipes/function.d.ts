import { type ResponseRecord } from '@heed/core';
/**
 * A function for any platform that gives it a Request and takes a Response.
 *
 * @param origin of the pages that may post
 * @param save keeps the record; of several with the same id it keeps one
 */
export declare function createHandler(origin: string, save: (record: ResponseRecord) => Promise<void>): (request: Request) => Promise<Response>;
//# sourceMappingURL=function.d.ts.map