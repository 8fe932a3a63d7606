// Packages that compile these sources with their own settings find the declaration this way only.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="../rate-limiter-memory.d.ts" />
import { HeedError } from '@heed/core';
import type { MiddlewareHandler } from 'hono';
// Not the package's main module: that one loads every kind of database client, and node:cluster.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import type { RequestInfo } from '../options.ts';
import { ProblemError } from './problem.ts';

const WINDOW_SECONDS = 60;

/** Lets so many posts a minute through from each address; requests without an address are not counted. */
export function limitRate(postsPerMinute: number): MiddlewareHandler<{ Bindings: RequestInfo }> {
  if (postsPerMinute !== Infinity && !(Number.isInteger(postsPerMinute) && postsPerMinute > 0)) {
    throw new HeedError(
      'HEED_OPTION',
      'createReceiver',
      `"postsPerMinute" must be a whole number of 1 or more, or Infinity, got ${postsPerMinute}`,
    );
  }
  const points = Math.min(postsPerMinute, Number.MAX_SAFE_INTEGER);
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return async (c, next) => {
    const { address } = c.env;
    if (address !== undefined) await limiter.consume(address).catch(refuse);
    await next();
  };
}

function refuse({ msBeforeNext }: { msBeforeNext: number }): never {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  throw new ProblemError('too-many-posts', `Send it again in ${seconds} seconds, unchanged.`, {
    headers: { 'retry-after': String(seconds) },
  });
}
