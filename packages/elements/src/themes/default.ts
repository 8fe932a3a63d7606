import type { Theme } from './theme.ts';

/** The default appearance. */
export default {} satisfies Theme;
