import { HeedError } from '@heed/core';
import { cors } from 'hono/cors';
import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

const PREFLIGHT_SECONDS = 7_200;

/**
 * Lets pages of the listed origins post, pages of the receiver's own origin, and whatever is no page.
 * Any other page is told 403 without a CORS header, before its body is read.
 */
export function guardOrigins(origins: readonly string[]): MiddlewareHandler[] {
  const allowed = new Set(origins.map(checkOrigin));
  const guard: MiddlewareHandler = async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !allowed.has(origin) && !isSameOrigin(c.req.raw, origin)) throw notAllowed();
    await next();
  };
  const answer = cors({
    origin: [...allowed],
    allowMethods: ['POST'],
    allowHeaders: ['content-type', 'idempotency-key'],
    exposeHeaders: ['retry-after'],
    maxAge: PREFLIGHT_SECONDS,
  });
  return [guard, answer];
}

/**
 * Behind a proxy that ends TLS the receiver sees `http` where the page has `https`, so the browser's own word
 * counts too: a page cannot set this header.
 */
function isSameOrigin(request: Request, origin: string): boolean {
  return request.headers.get('sec-fetch-site') === 'same-origin' || new URL(request.url).origin === origin;
}

function notAllowed(): ProblemError {
  const detail = 'The origin of the page is not in the list of origins that may post. Add it to "origins".';
  return new ProblemError('origin-not-allowed', detail, { headers: { vary: 'Origin' } });
}

function checkOrigin(origin: string): string {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
  const hint = URL.canParse(origin)
    ? `Did you mean "${new URL(origin).origin}"?`
    : 'List each origin in full.';
  throw new HeedError(
    'HEED_OPTION',
    'createReceiver',
    `each of "origins" must be an exact origin such as "https://shop.example", got "${origin}". ${hint}`,
  );
}
