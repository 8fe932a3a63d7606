import { wtrConfig } from '@heed/tooling/wtr';
import { faultServerPlugin } from '@heed/testing/fault-server';

export default await wtrConfig({ root: import.meta.url, plugins: [faultServerPlugin()] });
