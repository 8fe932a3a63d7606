/** Everything in one file, for a page without a bundler: every element at once, other languages when needed. */
import '@heed/elements/define/complaint';
import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import './index.ts';
