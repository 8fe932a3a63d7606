import { expect, test } from 'vitest';
import { studentT95 } from './student-t.ts';

// NIST/SEMATECH, "e-Handbook of statistical methods", section 1.3.6.7.2, column 0.975: three decimal places.
const NIST = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042, 2.04,
  2.037, 2.035, 2.032, 2.03, 2.028, 2.026, 2.024, 2.023, 2.021,
];

test('has the published quantiles for 1 to 40 degrees of freedom', () => {
  expect(NIST.map((_, index) => Number(studentT95(index + 1).toFixed(3)))).toEqual(NIST);
});

// To ten decimal places, by inverting the regularised incomplete beta function (SciPy's stats.t.ppf).
test.each([
  [1, 12.7062047362],
  [2, 4.3026527297],
  [3, 3.1824463053],
  [4, 2.7764451052],
  [5, 2.5705818356],
  [6, 2.4469118511],
  [7, 2.3646242516],
  [10, 2.228138852],
  [15, 2.1314495456],
  [20, 2.0859634473],
  [29, 2.0452296421],
  [30, 2.0422724563],
  [31, 2.0395134464],
  [40, 2.0210753903],
  [60, 2.000297822],
  [100, 1.9839715185],
  [120, 1.9799304051],
  [500, 1.9647198375],
  [1000, 1.9623390808],
])('for %i degrees of freedom is %f', (df, quantile) => {
  expect(studentT95(df)).toBeCloseTo(quantile, 7);
});

test('decreases with the degrees of freedom towards the quantile of the normal distribution', () => {
  for (let df = 1; df < 1000; df++) expect(studentT95(df)).toBeGreaterThan(studentT95(df + 1));
  expect(studentT95(1e9)).toBeCloseTo(1.959964, 6);
});
