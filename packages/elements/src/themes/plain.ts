import type { Theme } from './theme.ts';

/** No card, nearly square corners and the colours of the page, for a question inside text. */
export default {
  '--heed-color-accent': '#3f4654',
  '--heed-color-surface': 'transparent',
  '--heed-color-edge': 'transparent',
  '--heed-card-padding': '0',
  '--heed-radius': '2px',
} satisfies Theme;
