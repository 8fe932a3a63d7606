/** The elements in Svelte 5: `import 'heed/svelte'` once in a project. */
import '@heed/elements/svelte';
