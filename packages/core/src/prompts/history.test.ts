import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mergeHistory,
  createHistory,
  lastShown,
  recordMoment,
  recordVisit,
  promptPastOf,
  readHistory,
  writeHistory,
  type History,
} from './history.ts';

const NOW = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;
const YEAR = 365 * 86_400_000;

const read = (kept: unknown, now = NOW): History => {
  const history = readHistory(typeof kept === 'string' ? kept : JSON.stringify(kept), now);
  if (!history) throw new Error('is of a later version');
  return history;
};

describe('a visit', () => {
  test('starts as the first one', () => {
    const history = createHistory();
    recordVisit(history, NOW);
    expect(history.visits).toBe(1);
  });

  test('ends after 30 minutes without activity', () => {
    const history = createHistory();
    recordVisit(history, NOW);
    recordVisit(history, NOW + 30 * MINUTE);
    expect(history.visits).toBe(1);
    recordVisit(history, NOW + 60 * MINUTE + 1);
    expect(history.visits).toBe(2);
  });

  test('discards pending delays when it ends', () => {
    const history = createHistory();
    recordVisit(history, NOW);
    history.prompts.set('a', { times: 0, visit: 0, inVisit: 0, due: NOW + MINUTE });
    recordVisit(history, NOW + MINUTE);
    expect(promptPastOf(history, 'a').due).toBe(NOW + MINUTE);
    recordVisit(history, NOW + 60 * MINUTE);
    expect(promptPastOf(history, 'a').due).toBeUndefined();
  });
});

test('counts showings in total and in the current visit', () => {
  const history = createHistory();
  recordVisit(history, NOW);
  recordMoment(history, 'a', 'shown', NOW);
  recordMoment(history, 'a', 'shown', NOW + 1);
  expect(promptPastOf(history, 'a')).toMatchObject({ times: 2, visit: 1, inVisit: 2, shown: NOW + 1 });
  recordVisit(history, NOW + YEAR);
  recordMoment(history, 'a', 'shown', NOW + YEAR);
  expect(promptPastOf(history, 'a')).toMatchObject({ times: 3, visit: 2, inVisit: 1 });
});

test('returns when any prompt was last shown', () => {
  const history = createHistory();
  expect(lastShown(history)).toBeUndefined();
  recordMoment(history, 'a', 'shown', NOW);
  recordMoment(history, 'b', 'shown', NOW + 1);
  recordMoment(history, 'a', 'answered', NOW + 2);
  expect(lastShown(history)).toBe(NOW + 1);
});

test('merges the history from before consent, and keeps the number that was drawn first', () => {
  const kept = createHistory();
  recordVisit(kept, NOW);
  recordMoment(kept, 'a', 'shown', NOW);
  kept.prompts.set('a', { ...promptPastOf(kept, 'a'), draw: 0.1 });
  const added = createHistory();
  recordVisit(added, NOW + 1);
  recordMoment(added, 'a', 'shown', NOW + 1);
  recordMoment(added, 'a', 'dismissed', NOW + 2);
  added.prompts.set('a', { ...promptPastOf(added, 'a'), draw: 0.9 });
  added.prompts.set('b', { ...promptPastOf(added, 'b'), draw: 0.7 });
  mergeHistory(kept, added);
  expect(promptPastOf(kept, 'a')).toEqual({
    times: 2,
    visit: 1,
    inVisit: 2,
    draw: 0.1,
    shown: NOW + 1,
    dismissed: NOW + 2,
  });
  expect(promptPastOf(kept, 'b').draw).toBe(0.7);
});

const time = fc.integer({ min: 0, max: NOW });
const past = fc.record(
  {
    times: fc.nat(),
    visit: fc.nat(),
    inVisit: fc.nat(),
    draw: fc.double({ min: 0, max: 0.99, noNaN: true }).map((draw) => draw + 0),
    due: time,
    shown: time,
    answered: time,
    dismissed: time,
    later: time,
  },
  { requiredKeys: ['times', 'visit', 'inVisit'] },
);
const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'));
const history = fc.record({
  visits: fc.nat(),
  seen: time,
  busy: time,
  prompts: fc.array(fc.tuple(name, past), { maxLength: 20 }).map((rows) => new Map(rows)),
});

describe('the stored history', () => {
  test('survives a round trip', () => {
    fc.assert(
      fc.property(history, (history) => {
        const again = read(writeHistory(history));
        expect(again).toEqual(history);
      }),
    );
  });

  test('contains no time in the future after it is read, so that a wrong clock can be corrected', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: NOW }), (history, now) => {
        const again = read(writeHistory(history), now);
        expect(again.seen).toBeLessThanOrEqual(now);
        expect(again.busy).toBeLessThanOrEqual(now + 30 * MINUTE);
        for (const { shown, answered, dismissed, later } of again.prompts.values())
          expect(
            Math.max(0, ...[shown, answered, dismissed, later].map((at) => at ?? 0)),
          ).toBeLessThanOrEqual(now);
      }),
    );
  });

  test('contains the last 100 prompts at most', () => {
    const full = createHistory();
    for (let index = 0; index < 150; index++) recordMoment(full, `p${index}`, 'shown', NOW - 1000 + index);
    const again = read(writeHistory(full));
    expect(again.prompts.size).toBe(100);
    expect(again.prompts.has('p149')).toBe(true);
    expect(again.prompts.has('p49')).toBe(false);
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['an empty text', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"heed"'],
    ['a list', '[[1]]'],
    ['invalid members', '{"v":1,"visits":"many","seen":-1,"busy":null,"prompts":[7,null,"x"]}'],
    ['ten megabytes', JSON.stringify({ v: 1, prompts: { a: { times: 1 } }, more: 'x'.repeat(1e7) })],
    ['five hundred thousand brackets', '['.repeat(499_000)],
  ])('is empty when it is %s', (_, text) => {
    const history = readHistory(text, NOW);
    expect(history).toMatchObject({ visits: 0, seen: 0, busy: 0 });
    for (const past of history?.prompts.values() ?? []) expect(past.times).toBe(0);
  });

  test('is not read when a later version wrote it', () => {
    expect(readHistory('{"v":2}', NOW)).toBeUndefined();
  });

  test('cannot modify a prototype', () => {
    const history = read(
      '{"v":1,"prompts":{"__proto__":{"times":3,"polluted":1},"a":{"__proto__":{"times":5}}}}',
    );
    expect(history.prompts.get('__proto__')).toEqual({ times: 3, visit: 0, inVisit: 0 });
    expect(history.prompts.get('a')).toEqual({ times: 0, visit: 0, inVisit: 0 });
    expect({}).not.toHaveProperty('polluted');
  });

  test('contains only valid numbers, whatever was stored', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.dictionary(name, fc.dictionary(fc.string(), fc.jsonValue())),
        (text, prompts) => {
          const values = [readHistory(text, NOW), read({ v: 1, visits: 1e300, prompts })];
          for (const history of values) {
            if (!history) continue;
            expect(Number.isFinite(history.visits + history.seen + history.busy)).toBe(true);
            for (const past of history.prompts.values())
              for (const value of Object.values(past))
                expect(Number.isFinite(value) && value >= 0).toBe(true);
          }
        },
      ),
    );
  });
});
