import { HeedError } from '@heed/core';
import type { MiddlewareHandler } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { ProblemError } from './problem.ts';

const TOKEN = /^[\x21-\x7e]{8,}$/;

/**
 * Requires `Authorization: Bearer <token>`. Compares the token in constant time.
 *
 * @throws HeedError `HEED_OPTION`
 */
export function requireToken(token: string): MiddlewareHandler {
  if (!TOKEN.test(token)) {
    const expected = 'at least 8 visible ASCII characters without spaces';
    const got = `${token.length} characters`;
    throw new HeedError('HEED_OPTION', 'createReceiver', `"token" must be ${expected}, got ${got}`, {
      expected,
      got,
    });
  }
  return async (c, next) => {
    const given = /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (given === undefined || !(await timingSafeEqual(token, given))) throw createUnauthorizedError();
    await next();
  };
}

function createUnauthorizedError(): ProblemError {
  const detail = `Send the receiver's token in the header "Authorization: Bearer <token>".`;
  return new ProblemError('unauthorized', detail, { headers: { 'www-authenticate': 'Bearer' } });
}
