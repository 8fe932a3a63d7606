/** The elements in Svelte 5: `import 'heed/svelte'` once in a project. */
export { properties } from '@heed/elements/svelte';
export type { HeedProps } from '@heed/elements/svelte';
