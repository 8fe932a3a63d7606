import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCounts } from './test/any-counts.ts';
import { npsGroup, npsScore } from './nps.ts';

test('is the share of promoters minus the share of detractors', () => {
  // p = 50.75 / 103, d = 20.75 / 103: p − d = 0.2913, margin 1.96 · √((0.6942 − 0.2913²) / 103) = 0.1508.
  const score = npsScore({ 0: 5, 6: 15, 7: 10, 8: 20, 9: 30, 10: 20 });
  expect(score).toMatchObject({ n: 100, promoters: 50, passives: 30, detractors: 20, uncertain: false });
  expect(score.score).toBeCloseTo(30, 10);
  expect(score.low).toBeCloseTo(14.05, 2);
  expect(score.high).toBeCloseTo(44.2, 2);
});

test('assigns 0–6, 7–8 and 9–10 to their groups', () => {
  const groups = Array.from({ length: 11 }, (_, value) => npsGroup(value));
  const detractors = Array.from({ length: 7 }, () => 'detractor');
  expect(groups).toEqual([...detractors, 'passive', 'passive', 'promoter', 'promoter']);
});

test.each([
  [{ 10: 4 }, { score: 100, high: 100 }],
  [{ 0: 4 }, { score: -100, low: -100 }],
  [{ 7: 4 }, { score: 0 }],
])('is uncertain even if all answers are in one group: %j', (counts, figures) => {
  const score = npsScore(counts);
  expect(score).toMatchObject({ ...figures, uncertain: true });
  expect((score.high ?? 0) - (score.low ?? 0)).toBeGreaterThan(50);
});

test('has an interval for one answer', () => {
  const { low, high } = npsScore({ 10: 1 });
  expect(low).toBeCloseTo(-48.5, 1);
  // Rocks's interval would end at 98.5 and exclude the score.
  expect(high).toBe(100);
});

test('has null figures without answers', () => {
  expect(npsScore({ 9: 0 })).toMatchObject({ n: 0, score: null, low: null, high: null, uncertain: true });
});

test('is certain from 30 answers', () => {
  expect(npsScore({ 9: 29 }).uncertain).toBe(true);
  expect(npsScore({ 9: 30 }).uncertain).toBe(false);
});

test('is within its interval, which is within −100 to 100', () => {
  fc.assert(
    fc.property(anyCounts(0, 10), (counts) => {
      const { n, score, low, high, promoters, passives, detractors } = npsScore(counts);
      expect(promoters + passives + detractors).toBe(n);
      if (score === null || low === null || high === null) {
        expect(n).toBe(0);
        return;
      }
      expect(low).toBeGreaterThanOrEqual(-100);
      expect(score).toBeGreaterThanOrEqual(low);
      expect(high).toBeGreaterThanOrEqual(score);
      expect(high).toBeLessThanOrEqual(100);
    }),
  );
});

test('changes its sign when promoters and detractors are swapped', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 999 }),
      fc.nat({ max: 999 }),
      fc.integer({ min: 1, max: 999 }),
      (p, d, passive) => {
        const one = npsScore({ 10: p, 0: d, 8: passive });
        const other = npsScore({ 10: d, 0: p, 8: passive });
        expect(one.score).toBeCloseTo(-(other.score ?? NaN), 9);
        expect(one.low).toBeCloseTo(-(other.high ?? NaN), 9);
      },
    ),
  );
});

test('never decreases when an answer increases', () => {
  fc.assert(
    fc.property(anyCounts(0, 10), fc.integer({ min: 0, max: 9 }), (counts, value) => {
      const before = npsScore({ ...counts, [value]: (counts[value] ?? 0) + 1 });
      const after = npsScore({ ...counts, [value + 1]: (counts[value + 1] ?? 0) + 1 });
      expect(after.score ?? NaN).toBeGreaterThanOrEqual((before.score ?? NaN) - 1e-9);
    }),
  );
});
