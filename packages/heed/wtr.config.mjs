import { wtrConfig } from '@heed/settings/wtr';
import { receiverMiddleware } from './receiver.test-helper.mjs';

export default await wtrConfig({ root: import.meta.url, middleware: [receiverMiddleware()] });
