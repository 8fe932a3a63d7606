import { expect, it } from 'vitest';
import { heed } from '../clients.ts';
import type { Log } from '../site/receiver.ts';
import { countLosses } from './count-losses.ts';

/** Creates a run in which these items arrived with these keys. */
function createRun(...arrived: [item: string, key: string][]): { client: typeof heed; receiver: Log } {
  const copies = new Map<string, number>();
  for (const [item] of arrived) copies.set(item, (copies.get(item) ?? 0) + 1);
  const arrivals = arrived.map(([body, key]) => ({ body, key, at: 0 }));
  return { client: heed, receiver: { arrivals, copies, requests: arrived.length } };
}

it('counts an item as lost that is neither at the receiver nor on the device', () => {
  const run = createRun(['item-000000', 'a']);
  const losses = countLosses(run, 3, new Set(['item-000000', 'item-000001']));
  expect(losses).toEqual({
    submitted: 3,
    lost: 1,
    waiting: 1,
    duplicated: 0,
    duplicatedByKey: 0,
    requests: 1,
  });
});

it('counts a repeat with the same key as a duplicate only without keys', () => {
  const run = createRun(['item-000000', 'a'], ['item-000000', 'a'], ['item-000001', 'b']);
  expect(countLosses(run, 2, new Set())).toMatchObject({ lost: 0, duplicated: 1, duplicatedByKey: 0 });
});

it('counts a repeat with a different key as a duplicate with keys', () => {
  const run = createRun(['item-000000', 'a'], ['item-000000', 'b']);
  expect(countLosses(run, 1, new Set())).toMatchObject({ duplicated: 1, duplicatedByKey: 1 });
});
