/**
 * Ready-made surveys as data, to be used as they are or as a beginning. Each is a module of its own, so that nobody loads
 * the words of a survey who does not ask it.
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
