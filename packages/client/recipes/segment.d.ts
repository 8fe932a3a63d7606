import type { ClientOptions } from '@heed/client';
/** @param site `https://api.segment.io`, or `https://events.eu1.segmentapis.com` in the EU */
export declare const segment: (writeKey: string, site?: string) => ClientOptions;
//# sourceMappingURL=segment.d.ts.map