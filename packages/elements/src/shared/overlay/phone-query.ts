import { getMediaQuery } from './dom-fallbacks.ts';

/** Matches screens on which an overlay is attached to the bottom edge, within reach of the thumb. */
export const PHONE_QUERY = getMediaQuery('(max-width: 480px)');
