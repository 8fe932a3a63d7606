import * as fc from 'fast-check';
import type { Reply } from './endpoint.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type ReplyKind = Reply['kind'];

const delayMs = fc.constantFrom(undefined, undefined, undefined, SECOND_MS, 10_000, 29_000, 45_000);
const arrives = fc.boolean();
const retryAfter = fc.oneof(
  fc.constantFrom(0, 600, 3600, 86_400, 10 ** 9).map((seconds) => ({ seconds })),
  fc.constantFrom(-HOUR_MS, HOUR_MS, 30 * DAY_MS).map((dateMs) => ({ dateMs })),
  fc.constantFrom('soon', '', '1e3', '-5').map((text) => ({ text })),
);

/** Returns replies of these kinds. @param more arbitraries of further members */
function replies(weight: number, kinds: readonly ReplyKind[], more: object): fc.WeightedArbitrary<Reply> {
  return {
    weight,
    arbitrary: fc.record({ kind: fc.constantFrom(...kinds), ...more }) as fc.Arbitrary<Reply>,
  };
}

/** A reply that an endpoint may give to one record every time, and that blocks only this record. */
export const fixedReply: fc.Arbitrary<Reply> = replies(
  1,
  [500, 401, 'network', 'hang', 'html', 400],
  {},
).arbitrary;

/** Any reply. */
export const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  replies(4, [200, 201, 204], { delayMs, arrives }),
  replies(1, ['cut'], { arrives }),
  replies(2, ['html', 'declined', 'broken', 'redirect'], { delayMs }),
  replies(2, [400, 413, 422], { delayMs }),
  replies(2, [401, 404, 410], { delayMs }),
  replies(2, [408, 409, 425, 500, 502], { delayMs, arrives }),
  replies(3, [429, 503, 500, 401], { retryAfter, hasDate: fc.boolean() }),
  replies(3, ['network', 'hang'], { arrives }),
);
