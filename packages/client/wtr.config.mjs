import { wtrConfig } from '@heed/settings/wtr';

export default await wtrConfig({ root: import.meta.url });
