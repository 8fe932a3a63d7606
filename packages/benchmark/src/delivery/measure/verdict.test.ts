import { expect, it } from 'vitest';
import { heed } from '../clients.ts';
import type { Log } from '../site/receiver.ts';
import { judge } from './verdict.ts';

/** A run in which these items arrived, each with its key. */
function runWith(...arrived: [item: string, key: string][]): { client: typeof heed; receiver: Log } {
  const copies = new Map<string, number>();
  for (const [item] of arrived) copies.set(item, (copies.get(item) ?? 0) + 1);
  const arrivals = arrived.map(([body, key]) => ({ body, key, at: 0 }));
  return { client: heed, receiver: { arrivals, copies, requests: arrived.length } };
}

it('what is neither at the receiver nor on the device is lost', () => {
  const run = runWith(['item-000000', 'a']);
  const verdict = judge(run, 3, new Set(['item-000000', 'item-000001']));
  expect(verdict).toEqual({ submitted: 3, lost: 1, waiting: 1, doubled: 0, doubledByKey: 0, requests: 1 });
});

it('a repeat with the same key doubles only where the receiver does not store by it', () => {
  const run = runWith(['item-000000', 'a'], ['item-000000', 'a'], ['item-000001', 'b']);
  expect(judge(run, 2, new Set())).toMatchObject({ lost: 0, doubled: 1, doubledByKey: 0 });
});

it('a repeat with another key doubles at every receiver', () => {
  const run = runWith(['item-000000', 'a'], ['item-000000', 'b']);
  expect(judge(run, 1, new Set())).toMatchObject({ doubled: 1, doubledByKey: 1 });
});
