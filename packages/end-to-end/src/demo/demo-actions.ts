/**
 * The actions of a user in the demo, with a real pointer and real keys. Actions that answer return the expected
 * response.
 */
import type { Page } from 'puppeteer-core';
import { pressTabUntil } from '../shared/browsers/press-tab-until.ts';
import type { ComparableResponse } from './responses.ts';

export type Tag = 'heed-nps' | 'heed-csat' | 'heed-complaint';
export type View = 'order' | 'delivery' | 'help';

/** Text in several scripts that must arrive unchanged. */
export const COMMENT = 'Fast & friendly <b>– "danke", 谢谢, شكرًا 🙂';
const ORDER = 'NW-20871';
const CONTACT = 'mara@example.com';

/** The complaint's submit label in each language of the demo. */
const SUBMIT_LABELS = {
  en: 'Send complaint',
  de: 'Beschwerde senden',
  'zh-Hans': '提交投诉',
  'zh-Hant': '提交申訴',
  ar: 'إرسال الشكوى',
};

export type Language = keyof typeof SUBMIT_LABELS;

/** Opens the demo and selects a language. Resolves when the elements have rendered in that language. */
export async function openDemo(page: Page, url: string, language: Language): Promise<void> {
  await page.goto(url);
  await page.locator('select#language').fill(language);
  await page.waitForFunction(
    (label) => {
      const complaint = document.querySelector('heed-complaint');
      return complaint?.shadowRoot?.querySelector('[part=submit]')?.textContent?.trim() === label;
    },
    {},
    SUBMIT_LABELS[language],
  );
}

/** Opens a view of the shop and waits until its element can be answered. */
export async function openView(page: Page, view: View, tag: Tag): Promise<void> {
  await page.locator(`nav a[href="#${view}"]`).click();
  // The heading receives the focus asynchronously. Keys pressed earlier would be lost.
  await page.waitForFunction((id) => document.activeElement?.id === id, {}, `${view}-title`);
  await page.waitForSelector(`#${view}:not([hidden]) ${tag}:defined >>> input`);
}

/** Selects a rating with the pointer, adds a comment and submits. */
export async function rateWithPointer(
  page: Page,
  tag: 'heed-nps' | 'heed-csat',
  value: number,
): Promise<ComparableResponse> {
  await page.locator(`${tag} >>> input[value="${value}"]`).click();
  await page.locator(`${tag} >>> textarea`).click();
  await page.keyboard.type(COMMENT);
  const response = await readRating(page, tag, value);
  await page.locator(`${tag} >>> button`).click();
  return response;
}

/** Selects a rating, adds a comment and submits with the keyboard alone. */
export async function rateWithKeyboard(
  page: Page,
  tag: 'heed-nps' | 'heed-csat',
  value: number,
): Promise<ComparableResponse> {
  await tabTo(page, tag, 'INPUT');
  await page.keyboard.press(' ');
  const first = tag === 'heed-nps' ? 0 : 1;
  for (let step = first; step < value; step++) await page.keyboard.press('ArrowRight');
  // The follow-up question appears after the score has rendered. An earlier Tab would skip it.
  await page.waitForSelector(`${tag} >>> textarea`);
  await tabTo(page, tag, 'TEXTAREA');
  await page.keyboard.type(COMMENT);
  const response = await readRating(page, tag, value);
  await tabTo(page, tag, 'BUTTON');
  await page.keyboard.press('Enter');
  return response;
}

/** Fills in the complaint with the pointer and keys. Does not submit it. */
export async function fillComplaint(page: Page): Promise<ComparableResponse> {
  const locate = (field: string, control: string): string =>
    `heed-complaint >>> [name=${field}] >>> ${control}`;
  await page.locator(locate('category', 'input[value=delivery]')).click();
  await page.locator(locate('severity', 'input[value=moderate]')).click();
  for (const [name, text] of [
    ['details', `${COMMENT}\nSecond line`],
    ['order', ORDER],
  ] as const) {
    await page.locator(locate(name, '[part=input]')).click();
    await page.keyboard.type(text);
  }
  await page.locator(locate('remedy', 'input[value=refund]')).click();
  await page.locator(locate('contact', '[part=input]')).click();
  await page.keyboard.type(CONTACT);
  await page.locator(locate('consent', 'input')).click();
  const values = ['delivery', 'moderate', `${COMMENT}\nSecond line`, ORDER, null, 'refund', CONTACT];
  return { ...(await readComplaint(page, values)), consent: { contact: true } };
}

/** Fills in and submits a complaint in steps with the keyboard alone. */
export async function submitComplaintWithKeyboard(page: Page): Promise<ComparableResponse> {
  const { keyboard } = page;
  await page.$eval('heed-complaint', (element) => (element as HTMLElement).focus());
  await keyboard.press(' ');
  await tabTo(page, 'heed-complaint', 'TEXTAREA');
  await keyboard.type(COMMENT);
  await tabTo(page, 'heed-complaint', 'INPUT');
  await keyboard.type(ORDER);
  await keyboard.press('Enter');
  await waitForStep(page, 1);
  await keyboard.press('Tab');
  await keyboard.press(' ');
  await tabTo(page, 'heed-complaint', 'BUTTON', 'next');
  await keyboard.press('Enter');
  await waitForStep(page, 2);
  await keyboard.press('Tab');
  await keyboard.type(CONTACT);
  await keyboard.press('Tab');
  await keyboard.press(' ');
  const values = ['waiting-time', null, COMMENT, ORDER, null, 'refund', CONTACT];
  const response = { ...(await readComplaint(page, values)), consent: { contact: true } };
  await tabTo(page, 'heed-complaint', 'BUTTON', 'submit');
  await keyboard.press('Enter');
  return response;
}

export async function submitComplaint(page: Page): Promise<void> {
  await page.locator('heed-complaint >>> button[part=submit]').click();
}

/** Waits until an element shows the outcome, and returns its title. */
export async function waitForOutcome(page: Page, tag: Tag, outcome: 'sent' | 'stored'): Promise<string> {
  await page.waitForSelector(`${tag} >>> [part=status].${outcome}`);
  return page.$eval(`${tag} >>> [part=status-title]`, (element) => element.textContent?.trim() ?? '');
}

/** Returns the current values of the complaint's fields by name. */
export function readFields(page: Page): Promise<Record<string, unknown>> {
  return page.$eval('heed-complaint', (element) => {
    const fields = element.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=field][name]') ?? [];
    return Object.fromEntries(Array.from(fields, ({ name, value }) => [name, value as unknown]));
  });
}

async function readRating(page: Page, tag: Tag, value: number): Promise<ComparableResponse> {
  const [question = '', followUp = ''] = await readLabels(page, tag, ':is([part=question], [part=label])');
  const kind = tag === 'heed-nps' ? 'nps' : 'csat';
  return {
    survey: kind === 'nps' ? 'checkout' : 'delivery',
    locale: await readLanguage(page),
    answers: [
      { name: kind, kind, value, question, ...(kind === 'csat' && { max: 5 }) },
      { name: `${kind}-comment`, kind: 'text', value: COMMENT, question: followUp },
    ],
  };
}

/** The questions of the demo's complaint, in order. */
const COMPLAINT_QUESTIONS = [
  ['category', 'choice'],
  ['severity', 'choice'],
  ['details', 'text'],
  ['order', 'text'],
  ['attachments', 'attachment'],
  ['remedy', 'choice'],
  ['contact', 'text'],
] as const;

/** Returns the expected response, with the questions in the page's language. */
async function readComplaint(page: Page, values: readonly (string | null)[]): Promise<ComparableResponse> {
  const labels = await readLabels(page, 'heed-complaint', '[part=field] >>> [part=question]');
  return {
    survey: 'complaint',
    locale: await readLanguage(page),
    answers: COMPLAINT_QUESTIONS.map(([name, kind], index) => ({
      name,
      kind,
      value: values[index] ?? null,
      question: labels[index] ?? '',
    })),
  };
}

/** Waits until the title of a step has the focus. */
async function waitForStep(page: Page, index: number): Promise<void> {
  await page.waitForFunction(
    (id) => document.querySelector('heed-complaint')?.shadowRoot?.activeElement?.id === id,
    {},
    `step-${index}`,
  );
}

/** Returns the text of labels, without the notes in `<small>`. */
function readLabels(page: Page, tag: Tag, selector: string): Promise<string[]> {
  return page.$$eval(`${tag} >>> ${selector}`, (labels) =>
    labels.map((label) => {
      const copy = label.cloneNode(true) as Element;
      copy.querySelector('small')?.remove();
      return copy.textContent?.trim() ?? '';
    }),
  );
}

function readLanguage(page: Page): Promise<string> {
  return page.$eval('html', (html) => html.lang);
}

/** Presses Tab until a control of this kind has the focus, inside the element or its nested elements. */
function tabTo(page: Page, tag: Tag, control: string, part = ''): Promise<void> {
  const isFocused = (tag: string, control: string, part: string): boolean => {
    const host = document.activeElement;
    let focused = host?.shadowRoot?.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const isPart = part === '' || focused?.part.contains(part) === true;
    return host?.localName === tag && focused?.tagName === control && isPart;
  };
  return pressTabUntil(page, `the ${control} of <${tag}>`, isFocused, tag, control, part);
}
