/** What the `heed` package shares with the elements: `@heed/elements/internal`, which is not a public API. */
export { define } from './shared/base/define.ts';
export { lazyImport, retryListeners } from './shared/loading/lazy-import.ts';
