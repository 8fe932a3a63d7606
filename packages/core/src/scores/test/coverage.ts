/**
 * Computes the exact coverage of an interval: every possible outcome of a small sample, weighted by its probability.
 */
import type { Interval } from '../interval.ts';

/** The number of answers in each category. */
export type Outcome = readonly number[];

/** Probabilities of the categories; they add up to 1. */
export type Distribution = readonly number[];

/** An outcome with its interval, computed once and used for many distributions. */
export interface Sampled extends Interval {
  outcome: Outcome;
  /** The logarithm of the number of orders in which the answers can arrive. */
  logOrders: number;
}

/** Returns all outcomes of `n` answers in `categories` categories. */
export function listOutcomes(n: number, categories: number): Outcome[] {
  if (categories === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) => first).flatMap((first) =>
    listOutcomes(n - first, categories - 1).map((rest) => [first, ...rest]),
  );
}

/** Returns all distributions whose probabilities are multiples of `1 / parts`. */
export function listDistributions(parts: number, categories: number): Distribution[] {
  return listOutcomes(parts, categories).map((outcome) => outcome.map((part) => part / parts));
}

export function sampleAll(
  n: number,
  categories: number,
  intervalOf: (outcome: Outcome) => Interval,
): Sampled[] {
  const logFactorials = [0];
  for (let k = 1; k <= n; k++) logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  const logFactorial = (k: number): number => logFactorials[k] ?? NaN;
  return listOutcomes(n, categories).map((outcome) => ({
    outcome,
    logOrders: outcome.reduce((left, count) => left - logFactorial(count), logFactorial(n)),
    ...intervalOf(outcome),
  }));
}

/** Returns the probability that the interval contains the true score. An interval without bounds does not. */
export function coverageOf(samples: readonly Sampled[], distribution: Distribution, truth: number): number {
  return samples.reduce((total, sample) => {
    if (sample.low === null || sample.high === null) return total;
    const covers = sample.low <= truth + 1e-9 && truth <= sample.high + 1e-9;
    return covers ? total + probabilityOf(sample, distribution) : total;
  }, 0);
}

function probabilityOf({ outcome, logOrders }: Sampled, distribution: Distribution): number {
  return Math.exp(
    outcome.reduce(
      (log, count, index) => (count === 0 ? log : log + count * Math.log(distribution[index] ?? 0)),
      logOrders,
    ),
  );
}

export interface Coverage {
  min: number;
  mean: number;
}

/** Returns the worst and the mean coverage over the distributions. */
export function summariseCoverage(
  samples: readonly Sampled[],
  distributions: readonly Distribution[],
  truthOf: (distribution: Distribution) => number,
): Coverage {
  const all = distributions.map((each) => coverageOf(samples, each, truthOf(each)));
  return { min: Math.min(...all), mean: all.reduce((total, each) => total + each, 0) / all.length };
}
