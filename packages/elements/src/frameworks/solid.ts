/** The elements in JSX of Solid: `import '@heed/elements/solid'` once in a project. */
export {};
