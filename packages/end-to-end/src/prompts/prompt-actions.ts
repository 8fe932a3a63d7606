/** The actions of a user in the demo shop that can open a prompt, and the user's responses to a prompt. */
import type { Page } from 'puppeteer-core';

export const PROMPTS = {
  'product-page': '#ask-about-page',
  leaving: '#ask-before-leaving',
  'after-order': '#ask-after-order',
  feedback: '#feedback',
} as const;

export type PromptName = keyof typeof PROMPTS;
/** How the user responds to a prompt. */
export type Response = 'answer' | 'dismiss' | 'later';

const ORDER_BUTTON = '#place-order';
const STORAGE_KEY = 'test-asked';

/** The control that answers the question of each prompt. */
const ANSWER_CONTROLS: Record<PromptName, string> = {
  'product-page': 'heed-choice >>> input[value=yes]',
  leaving: 'heed-choice >>> input[value=price]',
  'after-order': 'heed-ces >>> input[value="6"]',
  feedback: 'heed-csat >>> input[value="4"]',
};

/** Records every prompt that opens in any tab. Call it before the page is opened. */
export async function recordPrompts(page: Page): Promise<void> {
  await page.evaluateOnNewDocument((key) => {
    document.addEventListener('heed-show', ({ detail }) => {
      const before = JSON.parse(localStorage.getItem(key) ?? '[]') as string[];
      localStorage.setItem(key, JSON.stringify([...before, detail.name]));
    });
  }, STORAGE_KEY);
}

/** Returns the names of all prompts so far, in order. */
export function readShownPrompts(page: Page): Promise<PromptName[]> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '[]') as PromptName[], STORAGE_KEY);
}

/** Opens or reloads the shop, and waits until its prompts evaluate their rules. */
export async function openShop(page: Page, url: string): Promise<void> {
  await page.bringToFront();
  await page.goto(url);
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

/** Performs the action that a prompt waits for. Resolves when the prompt has received it. */
export async function triggerPrompt(page: Page, name: Exclude<PromptName, 'feedback'>): Promise<void> {
  await page.bringToFront();
  if (name === 'product-page') await scrollDown(page);
  else if (name === 'leaving') await moveToLeave(page);
  else await placeOrder(page);
  // Scrolling is measured in the next frame, and the rules are evaluated in a later task.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    for (let task = 0; task < 2; task++) await new Promise((resolve) => setTimeout(resolve));
  });
}

/** Returns the rules that keep a prompt closed. */
export function readFailedRules(page: Page, name: PromptName): Promise<string[]> {
  return page.$eval(PROMPTS[name], (prompt) =>
    (prompt as HTMLElementTagNameMap['heed-prompt'])
      .explain()
      .filter(({ ok }) => !ok)
      .map(({ rule }) => rule),
  );
}

export async function waitForPrompt(page: Page, name: PromptName): Promise<void> {
  await page.waitForSelector(`${PROMPTS[name]}[open] >>> [part=panel]`);
}

/** Responds to the open prompt, and waits until it is closed. */
export async function respondToPrompt(page: Page, name: PromptName, response: Response): Promise<void> {
  const prompt = PROMPTS[name];
  if (response === 'answer') {
    await pressKey(page, `${prompt} ${ANSWER_CONTROLS[name]}`, ' ');
    await pressKey(page, `${prompt} :is(heed-choice, heed-ces, heed-csat) >>> [part=submit]`, 'Enter');
    await page.waitForSelector(`${prompt} :state(sent)`);
  }
  await pressKey(page, `${prompt} >>> [part=${response === 'later' ? 'later' : 'close'}]`, 'Enter');
  await page.waitForSelector(`${prompt}:not([open])`);
}

export async function openWithLauncher(page: Page): Promise<void> {
  await pressKey(page, 'heed-launcher >>> [part=button]', 'Enter');
  await waitForPrompt(page, 'feedback');
}

/** Uses the keyboard, because the control may still move under a pointer. */
async function pressKey(page: Page, control: string, key: 'Enter' | ' '): Promise<void> {
  await page.waitForSelector(control);
  await page.focus(control);
  await page.keyboard.press(key);
}

async function goToShop(page: Page): Promise<void> {
  await pressKey(page, 'nav a[href="#shop"]', 'Enter');
  await page.waitForSelector('#shop:not([hidden])');
}

async function placeOrder(page: Page): Promise<void> {
  await goToShop(page);
  await pressKey(page, ORDER_BUTTON, 'Enter');
}

async function scrollDown(page: Page): Promise<void> {
  await goToShop(page);
  await page.$eval('.views', (views) => views.scrollTo(0, 0));
  await page.mouse.move(300, 450);
  // A busy page may drop a wheel event, so this scrolls again.
  for (let isScrolled = false; !isScrolled;) {
    await page.mouse.wheel({ deltaY: 5000 });
    isScrolled = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const views = document.querySelector('.views');
      return !!views && views.scrollTop > 0.6 * (views.scrollHeight - views.clientHeight);
    });
  }
}

/**
 * The user must have hovered over the button. Drivers cannot move the pointer out of the window, so this dispatches the
 * event.
 */
async function moveToLeave(page: Page): Promise<void> {
  await goToShop(page);
  await page.locator(ORDER_BUTTON).hover();
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.matches(':hover'),
    {},
    ORDER_BUTTON,
  );
  await page.evaluate(() =>
    document.documentElement.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY: -1 })),
  );
}
