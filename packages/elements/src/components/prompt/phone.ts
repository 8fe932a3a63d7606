import { media } from './platform.ts';

/** So narrow that what lies over the page belongs to its lower edge, where the thumb is. */
export const PHONE = media('(max-width: 480px)');
