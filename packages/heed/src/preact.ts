/** The elements in JSX of Preact: `import 'heed/preact'` once in a project. */
import '@heed/elements/preact';
