import type { ServperfBattery } from './battery.ts';
import { dimensions } from './dimensions.ts';
import { perceptions } from './perceptions.ts';

/**
 * SERVPERF: only the 22 perceptions of SERVQUAL, on a scale from 1 to 7. Score the answers with `servperfScore()`. It
 * has half as many questions as SERVQUAL and, according to J. J. Cronin, S. A. Taylor, "Measuring service quality: a
 * reexamination and extension", Journal of Marketing 56, 1992, may be the better measure. The texts are Heed's own.
 */
export const SERVPERF: ServperfBattery = { min: 1, max: 7, dimensions, perceptions };
