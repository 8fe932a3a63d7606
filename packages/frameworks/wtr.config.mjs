import { wtrConfig } from '@heed/settings/wtr';
import { build } from 'vite';

await build({ logLevel: 'warn' });

export default await wtrConfig({ root: import.meta.url, files: ['dist/**/*.test.js'] });
