/** The elements in JSX of React 19: `import 'heed/react'` once in a project. */
import '@heed/elements/react';
