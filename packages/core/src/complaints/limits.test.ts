import { describe, expect, it } from 'vitest';
import { limitsOf } from './limits.ts';

describe('limitsOf', () => {
  it('returns the default limits without facts', () => {
    expect(limitsOf({})).toEqual({ firstAnswer: 2, proposal: 4, solved: 24 });
  });

  for (const [tier, hours] of [
    ['strategic', 1],
    ['core', 1],
    ['potential', 4],
    ['general', 4],
    ['unheard of', 2],
  ] as const) {
    it(`requires an answer to a customer of tier "${tier}" within ${hours} h`, () => {
      expect(limitsOf({ tier }).firstAnswer).toBe(hours);
    });
  }

  for (const [severity, hours] of [
    ['minor', 24],
    ['moderate', 16],
    ['severe', 8],
    ['1', 24],
    ['2', 24],
    ['3', 16],
    ['4', 16],
    ['5', 8],
    ['6', 8],
    ['7', 24],
    ['0', 24],
    ['', 24],
    [null, 24],
  ] as const) {
    it(`requires a solution for severity "${severity}" within ${hours} h`, () => {
      expect(limitsOf({ severity }).solved).toBe(hours);
    });
  }

  it('applies the shorter limit of tier and severity', () => {
    const table = { solved: { usual: 48, strategic: 12, severe: 6, minor: 24 } };
    expect(limitsOf({ tier: 'strategic', severity: 'severe' }, table)).toEqual({ solved: 6 });
    expect(limitsOf({ tier: 'strategic', severity: 'minor' }, table)).toEqual({ solved: 12 });
  });

  it('prefers the limit of a level over the limit of its band', () => {
    const table = { solved: { severe: 8, 6: 2 } };
    expect(limitsOf({ severity: '6' }, table)).toEqual({ solved: 2 });
    expect(limitsOf({ severity: '5' }, table)).toEqual({ solved: 8 });
  });

  it('omits steps without a limit', () => {
    expect(limitsOf({ tier: 'core' }, { firstAnswer: 2 })).toEqual({ firstAnswer: 2 });
    expect(limitsOf({ tier: 'core' }, { solved: { severe: 8 } })).toEqual({});
    expect(limitsOf({}, {})).toEqual({});
  });

  it('ignores inherited members', () => {
    expect(limitsOf({ tier: 'toString', severity: 'constructor' })).toEqual(limitsOf({}));
  });

  for (const hours of [0, -1, Number.NaN, Infinity, '2' as unknown as number]) {
    it(`throws for a limit of ${typeof hours} ${hours}`, () => {
      expect(() => limitsOf({}, { solved: { usual: 24, severe: hours } })).toThrow('HEED_OPTION');
    });
  }
});
