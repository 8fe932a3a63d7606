import type { Theme } from './theme.ts';

/** Less room around and in everything; controls are still as large as a finger needs on a touch screen. */
export default {
  '--heed-density': '0.75',
  '--heed-radius': '6px',
} satisfies Theme;
