import type { ServperfBattery } from './battery.ts';
import { dimensions } from './dimensions.ts';
import { perceptions } from './perceptions.ts';

/**
 * SERVPERF: the 22 perceptions of SERVQUAL alone, on a scale of 1 to 7. Half the questions, and
 * by J. J. Cronin, S. A. Taylor, "Measuring service quality: a reexamination and extension", Journal of Marketing 56,
 * 1992, possibly the better measure. Score the answers with `servperfScore()`. The sentences are Heed's own.
 */
export const SERVPERF: ServperfBattery = { min: 1, max: 7, dimensions, perceptions };
