import type { ClientOptions } from '@heed/client';
/** @param site such as `https://shop.zendesk.com` */
export declare const zendesk: (site: string) => ClientOptions;
//# sourceMappingURL=zendesk.d.ts.map