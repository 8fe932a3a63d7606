/** The members that the environment uses. */
declare module 'jsdom-26' {
  export class JSDOM {
    constructor(html: string, options: { pretendToBeVisual: boolean; url: string });
    readonly window: Window & typeof globalThis;
  }
}
