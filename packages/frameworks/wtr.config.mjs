import { wtrConfig } from '@heed/tooling/wtr';
import { build } from 'vite';
import { writePages } from './src/server/write.ts';

await build({ logLevel: 'warn' });
await writePages('dist/pages.json');

export default await wtrConfig({ root: import.meta.url, files: ['dist/**/*.test.js'] });
