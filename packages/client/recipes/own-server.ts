import type { ClientOptions } from '@heed/client';
import { asText } from '@heed/client/requests';

/** Posts JSON, with the id in the header `Idempotency-Key`. */
export const ownServer = (endpoint: string): ClientOptions => ({
  endpoint,
});

/** Posts the same JSON as `text/plain`, without a preflight to another origin. */
export const ownServerWithoutPreflight = (
  endpoint: string,
): ClientOptions => ({
  endpoint,
  request: asText,
});
