import type { ClientOptions } from '@heed/client';
/** @param form such as `https://formspree.io/f/…` */
export declare const formBackEnd: (form: string) => ClientOptions;
//# sourceMappingURL=form-back-end.d.ts.map