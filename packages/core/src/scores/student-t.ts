/**
 * Returns the quantile of Student's t distribution for a two-sided interval of 95 %, to at least seven decimal places.
 *
 * Source: M. Abramowitz, I. A. Stegun, "Handbook of mathematical functions", National Bureau of Standards, 1964:
 * the sums 26.7.3 and 26.7.4, which are exact, and for many degrees of freedom the expansion 26.7.5.
 *
 * @param df degrees of freedom, a whole number of 1 or more
 */
export function studentT95(df: number): number {
  return df < FEW ? invert(df) : expand(df);
}

/** From here on the expansion is off by less than 10⁻⁷. */
const FEW = 30;
const Z = 1.959963984540054;
/** Each step halves an angle between 0 and π/2, so the last one is below the precision of a number. */
const STEPS = 52;

/** Finds t = √df · tan θ, where θ is the angle at which the probability of ±t is 95 %. */
function invert(df: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (probability(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan((low + high) / 2);
}

/** Returns the probability of a value between −t and t. */
function probability(angle: number, df: number): number {
  const isOdd = df % 2 === 1;
  const cos = Math.cos(angle);
  let term = isOdd ? cos : 1;
  let total = 0;
  for (let k = isOdd ? 1 : 0; k <= df - 2; k += 2) {
    total += term;
    term *= (cos * cos * (k + 1)) / (k + 2);
  }
  const sum = Math.sin(angle) * total;
  return isOdd ? (2 / Math.PI) * (angle + sum) : sum;
}

function expand(df: number): number {
  const z2 = Z * Z;
  const terms = [
    1,
    (z2 + 1) / 4,
    ((5 * z2 + 16) * z2 + 3) / 96,
    (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384,
    ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160,
  ];
  return Z * terms.reduce((total, term, power) => total + term / df ** power, 0);
}
