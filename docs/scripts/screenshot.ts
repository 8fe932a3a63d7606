/** `pnpm --filter @heed/docs run screenshot`: takes the screenshot in the README from the built elements. */
import { join } from 'node:path';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Page } from 'puppeteer-core';
import { putDocument } from './examples/document.ts';
import { startExampleServer } from './examples/server.ts';
import { docs } from './pages.ts';

const PICTURE = join(docs, 'public/elements.png');

const STYLE = `
  body { display: grid; grid-template-columns: 1fr 1fr; margin: 0; font: 15px/1.5 system-ui, 'Noto Sans', sans-serif; }
  section { display: grid; gap: 20px; align-content: start; padding: 32px 28px; background: light-dark(#eceef5, #0d0f16); }
  .light { color-scheme: light; }
  .dark { color-scheme: dark; }
  heed-nps, heed-csat { --heed-shadow: 0 1px 2px rgb(16 20 43 / 0.08), 0 8px 24px rgb(16 20 43 / 0.08); }`;

const SECTION = `
  <heed-nps survey="checkout" endpoint="/feedback" value="9"
    question="How likely are you to recommend Northwind to a friend or colleague?"></heed-nps>
  <heed-csat survey="delivery" endpoint="/feedback" value="4" question="How satisfied were you with your delivery?"></heed-csat>
  <heed-csat survey="support" endpoint="/feedback" value="4" display="faces" question="How did our support make you feel?"></heed-csat>`;

const server = await startExampleServer();
const browser = await launch({ executablePath: requireTool('chromium'), args: ['--no-sandbox'] });
try {
  const html = `<style>${STYLE}</style><section class="light">${SECTION}</section><section class="dark">${SECTION}</section>`;
  const page = await browser.newPage();
  await page.setViewport({ width: 960, height: 720, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(server.origin + (await putDocument(server, 'picture', html)));
  await showAnswers(page);
  await (await page.$('body'))?.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  await server.close();
}

/** Submits the last question of each half, so that the screenshot contains a confirmation. */
async function showAnswers(page: Page): Promise<void> {
  for (const half of ['light', 'dark']) {
    await page.click(`.${half} > :last-child >>> [part~="submit"]`);
    await page.waitForSelector(`.${half} > :last-child:state(sent)`);
  }
}
