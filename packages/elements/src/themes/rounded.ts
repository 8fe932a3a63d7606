import type { Theme } from './theme.ts';

/** Rounded corners, a shadow and a warm colour. */
export default {
  '--heed-color-accent': '#b8336a',
  '--heed-color-surface': 'light-dark(#fffdfb, #221c22)',
  '--heed-color-edge': 'light-dark(#f0e4e2, #453a45)',
  '--heed-radius': '16px',
  '--heed-card-padding': '28px',
  '--heed-shadow': '0 1px 2px rgb(60 20 40 / 8%), 0 12px 32px rgb(60 20 40 / 12%)',
} satisfies Theme;
