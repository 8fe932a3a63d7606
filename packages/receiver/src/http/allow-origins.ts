import { HeedError } from '@heed/core';
import { cors } from 'hono/cors';
import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

const PREFLIGHT_SECONDS = 7_200;

/**
 * Accepts requests from pages of the given origins, from pages of the receiver's own origin, and from non-browser
 * clients. Pages of any other origin get a 403 response without CORS headers, before their body is read.
 *
 * @throws HeedError `HEED_OPTION`
 */
export function allowOrigins(origins: readonly string[], methods: string[]): MiddlewareHandler[] {
  const allowed = new Set(origins.map(assertOrigin));
  const rejectOtherOrigins: MiddlewareHandler = async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !allowed.has(origin) && !isSameOrigin(c.req.raw, origin)) {
      throw createOriginError();
    }
    await next();
  };
  const addCorsHeaders = cors({
    origin: [...allowed],
    allowMethods: methods,
    allowHeaders: ['content-type', 'idempotency-key'],
    exposeHeaders: ['retry-after'],
    maxAge: PREFLIGHT_SECONDS,
  });
  return [rejectOtherOrigins, addCorsHeaders];
}

/**
 * Behind a proxy that terminates TLS, the receiver sees `http` although the page uses `https`. The header of the browser
 * is therefore accepted as well; pages cannot set it.
 */
function isSameOrigin(request: Request, origin: string): boolean {
  return request.headers.get('sec-fetch-site') === 'same-origin' || new URL(request.url).origin === origin;
}

function createOriginError(): ProblemError {
  const detail = 'The origin of the page is not allowed. Add it to the option "origins" of the receiver.';
  return new ProblemError('origin-not-allowed', detail, { headers: { vary: 'Origin' } });
}

function assertOrigin(origin: string): string {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
  const hint = URL.canParse(origin)
    ? `Did you mean "${new URL(origin).origin}"?`
    : 'Include the scheme, and list each origin separately.';
  const expected = 'an origin such as "https://shop.example"';
  throw new HeedError(
    'HEED_OPTION',
    'createReceiver',
    `each item of "origins" must be ${expected}, got "${origin}". ${hint}`,
    { expected, got: `"${origin}"` },
  );
}
