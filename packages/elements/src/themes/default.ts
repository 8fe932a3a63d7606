import type { Theme } from './theme.ts';

/** What the elements look like by themselves. */
export default {} satisfies Theme;
