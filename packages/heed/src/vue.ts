/** The elements in templates of Vue 3: `import 'heed/vue'` once in a project. */
import '@heed/elements/vue';
