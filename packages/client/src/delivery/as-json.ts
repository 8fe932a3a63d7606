import type { Message } from '../api/options.ts';

/** Returns the default request: JSON with the idempotency key in a header. */
export function asJson({ id, body }: Message): RequestInit {
  return { headers: { 'content-type': 'application/json', 'idempotency-key': `"${id}"` }, body };
}
