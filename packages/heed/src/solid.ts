/** The elements in JSX of Solid: `import 'heed/solid'` once in a project. */
import '@heed/elements/solid';
