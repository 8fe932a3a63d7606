// Packages that compile these sources with their own tsconfig find the declaration only through this reference.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./rate-limiter-memory.d.ts" />
import { HeedError } from '@heed/core';
import type { MiddlewareHandler } from 'hono';
// The main module of the package loads the clients of all databases that it supports, and node:cluster.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import { createRetryError } from './problem.ts';
import type { RequestInfo } from './request-info.ts';

const WINDOW_SECONDS = 60;

/**
 * Limits the number of posts per minute and IP address. Requests without an address are not limited.
 *
 * @throws HeedError `HEED_OPTION`
 */
export function limitRate(postsPerMinute: number): MiddlewareHandler<{ Bindings: RequestInfo }> {
  if (postsPerMinute !== Infinity && !(Number.isInteger(postsPerMinute) && postsPerMinute > 0)) {
    const expected = 'a whole number of 1 or more, or Infinity';
    throw new HeedError(
      'HEED_OPTION',
      'createReceiver',
      `"postsPerMinute" must be ${expected}, got ${postsPerMinute}`,
      { expected, got: String(postsPerMinute) },
    );
  }
  const points = Math.min(postsPerMinute, Number.MAX_SAFE_INTEGER);
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return async (c, next) => {
    const { address } = c.env;
    if (address !== undefined) await limiter.consume(address).catch(rejectPost);
    await next();
  };
}

function rejectPost({ msBeforeNext }: { msBeforeNext: number }): never {
  throw createRetryError('too-many-posts', Math.max(1, Math.ceil(msBeforeNext / 1000)));
}
