import type { Theme } from './theme.ts';

/** A text contrast of at least 7:1 (WCAG 2.2, 1.4.6), and strong outlines. */
export default {
  '--heed-color-accent': 'light-dark(#00257a, #ffe14d)',
  '--heed-color-surface': 'light-dark(#fff, #000)',
  '--heed-color-text': 'light-dark(#000, #fff)',
  '--heed-color-text-quiet': 'light-dark(#262626, #e6e6e6)',
  '--heed-color-outline': 'light-dark(#000, #fff)',
  '--heed-color-edge': 'light-dark(#000, #fff)',
  '--heed-color-error': 'light-dark(#8c0009, #ffb4ab)',
  '--heed-outline-width': '2px',
} satisfies Theme;
