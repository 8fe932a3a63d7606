import type { ClientOptions } from '@heed/client';
/** @param script such as `https://script.google.com/macros/s/…/exec` */
export declare const googleSheets: (script: string) => ClientOptions;
//# sourceMappingURL=google-sheets.d.ts.map