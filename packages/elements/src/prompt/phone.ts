import { isServer } from 'lit';

/** So narrow that what lies over the page belongs to its lower edge, where the thumb is. */
export const PHONE = isServer ? undefined : matchMedia('(max-width: 480px)');
