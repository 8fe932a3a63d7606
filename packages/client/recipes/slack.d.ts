import type { ClientOptions } from '@heed/client';
/** @param webhook such as `https://hooks.slack.com/services/T…/B…/…` */
export declare const slack: (webhook: string) => ClientOptions;
//# sourceMappingURL=slack.d.ts.map