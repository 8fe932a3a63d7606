import type { ClientOptions } from '@heed/client';
/** @param site such as `https://api.shop.example` */
export declare const postgrest: (site: string) => ClientOptions;
//# sourceMappingURL=postgrest.d.ts.map