/** What a session does in the demo shop that may lead to a question, and what they do with one. */
import type { Page } from 'puppeteer-core';

export const PROMPTS = {
  'product-page': '#ask-about-page',
  leaving: '#ask-before-leaving',
  'after-order': '#ask-after-order',
  feedback: '#feedback',
} as const;

export type Name = keyof typeof PROMPTS;
/** What a session does with a question. */
export type Reaction = 'answer' | 'dismiss' | 'later';

const BLANKET = '#place-order';
const ASKED = 'test-asked';

/** Which control of its question answers it. */
const ANSWERS: Record<Name, string> = {
  'product-page': 'heed-choice >>> input[value=yes]',
  leaving: 'heed-choice >>> input[value=price]',
  'after-order': 'heed-ces >>> input[value="6"]',
  feedback: 'heed-csat >>> input[value="4"]',
};

/** Notes each question in every tab, also one that nobody expects. To be called before the page is opened. */
export async function noteQuestions(page: Page): Promise<void> {
  await page.evaluateOnNewDocument((key) => {
    document.addEventListener('heed-show', ({ detail }) => {
      const before = JSON.parse(localStorage.getItem(key) ?? '[]') as string[];
      localStorage.setItem(key, JSON.stringify([...before, detail.name]));
    });
  }, ASKED);
}

/** Names of all questions so far, in order. */
export function readQuestions(page: Page): Promise<Name[]> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '[]') as Name[], ASKED);
}

/** Opens the shop, or opens it anew, and waits until its prompts watch. */
export async function enter(page: Page, address: string): Promise<void> {
  await page.bringToFront();
  await page.goto(address);
  await page.waitForFunction(
    (selectors) =>
      selectors.every((selector) => {
        const prompt = document.querySelector('heed-prompt:defined' + selector);
        return prompt && (prompt as Element & { explain(): unknown[] }).explain().length > 0;
      }),
    {},
    Object.values(PROMPTS),
  );
}

/** Does what a prompt waits for; resolves when it has heard of it. */
export async function lead(page: Page, name: Exclude<Name, 'feedback'>): Promise<void> {
  await page.bringToFront();
  if (name === 'product-page') await readOn(page);
  else if (name === 'leaving') await turnToLeave(page);
  else await order(page);
  // What scrolls is measured in the next frame, and judged in a task after it.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    for (let task = 0; task < 2; task++) await new Promise((resolve) => setTimeout(resolve));
  });
}

/** The rules that keep a prompt closed. */
export function readObstacles(page: Page, name: Name): Promise<string[]> {
  return page.$eval(PROMPTS[name], (prompt) =>
    (prompt as HTMLElementTagNameMap['heed-prompt'])
      .explain()
      .filter(({ ok }) => !ok)
      .map(({ rule }) => rule),
  );
}

export async function seeQuestion(page: Page, name: Name): Promise<void> {
  await page.waitForSelector(`${PROMPTS[name]}[open] >>> [part=panel]`);
}

/** Does that with the question that is open, and waits until it is closed. */
export async function react(page: Page, name: Name, reaction: Reaction): Promise<void> {
  const prompt = PROMPTS[name];
  if (reaction === 'answer') {
    await press(page, `${prompt} ${ANSWERS[name]}`, ' ');
    await press(page, `${prompt} :is(heed-choice, heed-ces, heed-csat) >>> [part=submit]`, 'Enter');
    await page.waitForSelector(`${prompt} :state(sent)`);
  }
  await press(page, `${prompt} >>> [part=${reaction === 'later' ? 'later' : 'close'}]`, 'Enter');
  await page.waitForSelector(`${prompt}:not([open])`);
}

export async function openByLauncher(page: Page): Promise<void> {
  await press(page, 'heed-launcher >>> [part=button]', 'Enter');
  await seeQuestion(page, 'feedback');
}

/** With keys, since a page in which something is about to move is no place for a pointer. */
async function press(page: Page, control: string, key: 'Enter' | ' '): Promise<void> {
  await page.waitForSelector(control);
  await page.focus(control);
  await page.keyboard.press(key);
}

async function goToShop(page: Page): Promise<void> {
  await press(page, 'nav a[href="#shop"]', 'Enter');
  await page.waitForSelector('#shop:not([hidden])');
}

async function order(page: Page): Promise<void> {
  await goToShop(page);
  await press(page, BLANKET, 'Enter');
}

async function readOn(page: Page): Promise<void> {
  await goToShop(page);
  await page.$eval('.views', (views) => views.scrollTo(0, 0));
  await page.mouse.move(300, 450);
  // A turn of the wheel may be lost in a page that is busy: whoever reads turns on.
  for (let isRead = false; !isRead;) {
    await page.mouse.wheel({ deltaY: 5000 });
    isRead = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const views = document.querySelector('.views');
      return !!views && views.scrollTop > 0.6 * (views.scrollHeight - views.clientHeight);
    });
  }
}

/** The button must have been seen. No driver moves a pointer out of the window, so the event is made here. */
async function turnToLeave(page: Page): Promise<void> {
  await goToShop(page);
  await page.locator(BLANKET).hover();
  await page.waitForFunction((selector) => document.querySelector(selector)?.matches(':hover'), {}, BLANKET);
  await page.evaluate(() =>
    document.documentElement.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY: -1 })),
  );
}
