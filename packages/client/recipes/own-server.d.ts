import type { ClientOptions } from '@heed/client';
/** JSON, with the id as `Idempotency-Key`. */
export declare const ownServer: (endpoint: string) => ClientOptions;
/** The same JSON as `text/plain`, which saves the preflight where the page has another origin. */
export declare const ownServerWithoutPreflight: (endpoint: string) => ClientOptions;
//# sourceMappingURL=own-server.d.ts.map