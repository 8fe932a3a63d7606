/** The engines that the tests run in. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

/** The engines that Puppeteer can drive. WebKit is driven through WebDriver. */
export const PUPPETEER_ENGINES = ['chromium', 'firefox'] as const;
export type PuppeteerEngine = (typeof PUPPETEER_ENGINES)[number];
