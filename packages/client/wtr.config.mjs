import { wtrConfig } from '@heed/tooling/wtr';
import { faultServerPlugin } from '@heed/testing/fault-server';
import { standInsPlugin } from '@heed/testing/stand-ins';

export default await wtrConfig({
  root: import.meta.url,
  files: ['{src,recipes}/**/*.test.ts', '!src/**/*.node.test.ts'],
  plugins: [faultServerPlugin(), standInsPlugin(new URL('./recipes/', import.meta.url))],
});
