/**
 * Survey templates as data. Use them as they are, or as a starting point. Each template is in a separate module, so
 * that a bundle contains only the texts that it uses.
 */
export { CANCELLATION } from './cancellation.ts';
export { CES_AFTER_SUPPORT } from './ces-after-support.ts';
export { COMPLAINT_FOLLOW_UP } from './complaint-follow-up.ts';
export { CSAT_AFTER_PURCHASE } from './csat-after-purchase.ts';
export { FEATURE_REQUEST } from './feature-request.ts';
export { NPS_RELATIONAL } from './nps-relational.ts';
export { NPS_TRANSACTIONAL } from './nps-transactional.ts';
export { PRODUCT_MARKET_FIT } from './product-market-fit.ts';
export { SERVICE_GAP } from './service-gap.ts';
export { SERVICE_PERCEPTIONS } from './service-perceptions.ts';
