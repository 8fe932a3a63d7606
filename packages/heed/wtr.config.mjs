import { wtrConfig } from '@heed/tooling/wtr';
import { faultServerPlugin } from '@heed/testing/fault-server';
import { receiverMiddleware } from './test-receiver.mjs';

export default await wtrConfig({
  root: import.meta.url,
  middleware: [receiverMiddleware()],
  plugins: [faultServerPlugin()],
});
