import { HeedError } from '@heed/core';
import type { MiddlewareHandler } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { ProblemError } from './problem.ts';

const TOKEN = /^[\x21-\x7e]{8,}$/;

/** Asks for `Authorization: Bearer <token>`; compared in constant time. */
export function requireToken(token: string): MiddlewareHandler {
  if (!TOKEN.test(token)) {
    throw new HeedError(
      'HEED_OPTION',
      'createReceiver',
      `"token" must be 8 or more visible ASCII characters without spaces, got ${token.length} characters`,
    );
  }
  return async (c, next) => {
    const given = /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (given === undefined || !(await timingSafeEqual(token, given))) throw unauthorized();
    await next();
  };
}

function unauthorized(): ProblemError {
  return new ProblemError(
    'unauthorized',
    'Send the header "Authorization: Bearer <token>" with the token of the receiver.',
    {
      headers: { 'www-authenticate': 'Bearer' },
    },
  );
}
