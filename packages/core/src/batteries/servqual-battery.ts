import type { ServqualBattery } from './battery.ts';
import { dimensions } from './dimensions.ts';
import { expectations } from './expectations.ts';
import { perceptions } from './perceptions.ts';

/**
 * SERVQUAL: 22 statements in five dimensions, each about an excellent service and about this one, on a scale from 1
 * to 7. Score the answers with `servqualScore()`.
 *
 * The dimensions and the number of statements in each are from A. Parasuraman, V. A. Zeithaml, L. L. Berry,
 * "SERVQUAL: a multiple-item scale for measuring consumer perceptions of service quality", Journal of Retailing 64,
 * 1988. As in their "Refinement and reassessment of the SERVQUAL scale", Journal of Retailing 67, 1991, the
 * expectations describe an excellent service, and all statements are positive. The texts are Heed's own, so the
 * validation of the published items does not apply to them.
 */
export const SERVQUAL: ServqualBattery = { min: 1, max: 7, dimensions, expectations, perceptions };
