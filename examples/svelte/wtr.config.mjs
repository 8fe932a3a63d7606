import { exampleConfig } from '@heed/testing/frameworks/config';

export default await exampleConfig({ root: import.meta.url, pages: '/test/render-pages.ts' });
