import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';
import type { PostResult } from './post-once.ts';

const NOW = Date.UTC(2026, 10, 21, 10, 15);
const HOUR_MS = 3_600_000;
const settings = {
  clock: { now: () => NOW, timeout: () => new AbortController().signal },
  random: () => 0.5,
};

/** The result of a post that is not confirmed. @param status undefined without a response */
function makeResult(status?: number, more: Partial<PostResult> = {}): PostResult {
  return {
    ok: false,
    reason: String(status),
    reply: '',
    response: status === undefined ? undefined : new Response(null, { status }),
    ...more,
  };
}

describe('classify', () => {
  it('reports a confirmed record as sent', () => {
    expect(classify(makeResult(201, { ok: true, reply: '{}' }), 0, settings)).toEqual({
      state: 'sent',
      reason: '201',
      reply: '{}',
    });
  });

  it.each([400, 413, 414, 415, 422, 431])('parks a record after a %i', (status) => {
    expect(classify(makeResult(status), 0, settings)).toEqual({
      state: 'parked',
      reason: String(status),
      reply: '',
    });
  });

  it.each([200, 408, 409, 425, 429, 500, 502, 503, 599])('retries after a %i', (status) => {
    expect(classify(makeResult(status), 0, settings).state).toBe('retrying');
  });

  it.each(['network', 'timeout'])('retries without a response, as after "%s"', (reason) => {
    expect(classify(makeResult(undefined, { reason }), 0, settings).state).toBe('retrying');
  });

  it.each([300, 401, 402, 403, 404, 405, 407, 410, 418, 451])('waits an hour after a %i', (status) =>
    expect(classify(makeResult(status), 3, settings)).toEqual({
      state: 'held',
      reason: String(status),
      due: NOW + HOUR_MS,
      isPause: false,
      reply: '',
    }),
  );

  it('waits an hour after a redirect', () => {
    const result = makeResult(undefined, { reason: 'redirect', response: Response.error() });
    expect(classify(result, 3, settings)).toMatchObject({ state: 'held', due: NOW + HOUR_MS });
  });

  it('waits as long as the endpoint asks', () => {
    for (const status of [503, 404]) {
      const response = new Response(null, { status, headers: { 'retry-after': '7' } });
      const attempt = classify(makeResult(status, { response }), 9, settings);
      expect(attempt).toMatchObject({ due: NOW + 7000, isPause: true });
    }
  });

  it('waits between 0 and two seconds, doubled with each failure up to an hour', () => {
    const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(2000), part, (failures, random) => {
        const { due } = classify(makeResult(500), failures, { ...settings, random: () => random });
        expect(due).toBe(NOW + random * Math.min(HOUR_MS, 2000 * 2 ** failures));
      }),
    );
  });
});
