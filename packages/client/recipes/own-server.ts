import type { ClientOptions } from '@heed/client';
import { asText } from '@heed/client/requests';

/** JSON, with the id as `Idempotency-Key`. */
export const ownServer = (endpoint: string): ClientOptions => ({
  endpoint,
});

/** The same JSON as `text/plain`, which saves the preflight where the page has another origin. */
export const ownServerWithoutPreflight = (
  endpoint: string,
): ClientOptions => ({
  endpoint,
  request: asText,
});
