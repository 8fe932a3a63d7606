import type { Theme } from './theme.ts';

/** Less space around and inside controls. On touch screens, controls keep their size. */
export default {
  '--heed-density': '0.75',
  '--heed-radius': '6px',
} satisfies Theme;
