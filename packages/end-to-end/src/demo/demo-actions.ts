/** What a session does in the demo, with a real pointer and real keys, and what they gave and were asked. */
import type { Page } from 'puppeteer-core';
import type { Given } from './responses.ts';

export type Tag = 'heed-nps' | 'heed-csat' | 'heed-complaint';
export type View = 'order' | 'delivery' | 'help';

/** Words that must arrive as they were typed, in any script. */
export const COMMENT = 'Fast & friendly <b>– "danke", 谢谢, شكرًا 🙂';
const ORDER = 'NW-20871';
const CONTACT = 'mara@example.com';

/** A word of the elements in each language of the demo. */
const SEND = {
  en: 'Send complaint',
  de: 'Beschwerde senden',
  'zh-Hans': '提交投诉',
  'zh-Hant': '提交申訴',
  ar: 'إرسال الشكوى',
};

export type Language = keyof typeof SEND;

/** Opens the demo and chooses a language; resolves when page and elements speak it. */
export async function visit(page: Page, address: string, language: Language): Promise<void> {
  await page.goto(address);
  await page.locator('select#language').fill(language);
  await page.waitForFunction(
    (words) => {
      const complaint = document.querySelector('heed-complaint');
      return complaint?.shadowRoot?.querySelector('[part=submit]')?.textContent?.trim() === words;
    },
    {},
    SEND[language],
  );
}

/** Opens a moment of the shop and waits until its element can be answered. */
export async function open(page: Page, view: View, tag: Tag): Promise<void> {
  await page.locator(`nav a[href="#${view}"]`).click();
  // The heading takes the focus a moment later; keys pressed before would go astray.
  await page.waitForFunction((id) => document.activeElement?.id === id, {}, `${view}-title`);
  await page.waitForSelector(`#${view}:not([hidden]) ${tag}:defined >>> input`);
}

/** Chooses a step with the pointer, says why and sends. */
export async function rate(page: Page, tag: 'heed-nps' | 'heed-csat', value: number): Promise<Given> {
  await page.locator(`${tag} >>> input[value="${value}"]`).click();
  await page.locator(`${tag} >>> textarea`).click();
  await page.keyboard.type(COMMENT);
  const given = await readRating(page, tag, value);
  await page.locator(`${tag} >>> button`).click();
  return given;
}

/** The same with keys alone: Tab to the scale, arrows, Tab, type, Tab, Enter. */
export async function rateByKeys(page: Page, tag: 'heed-nps' | 'heed-csat', value: number): Promise<Given> {
  await tabTo(page, tag, 'INPUT');
  await page.keyboard.press(' ');
  const first = tag === 'heed-nps' ? 0 : 1;
  for (let step = first; step < value; step++) await page.keyboard.press('ArrowRight');
  // The question why appears once the score is rendered; a Tab before that would pass it by.
  await page.waitForSelector(`${tag} >>> textarea`);
  await tabTo(page, tag, 'TEXTAREA');
  await page.keyboard.type(COMMENT);
  const given = await readRating(page, tag, value);
  await tabTo(page, tag, 'BUTTON');
  await page.keyboard.press('Enter');
  return given;
}

/** Fills in the whole complaint with the pointer and keys, without sending it. */
export async function writeComplaint(page: Page): Promise<Given> {
  const at = (field: string, control: string): string => `heed-complaint >>> [name=${field}] >>> ${control}`;
  await page.locator(at('category', 'input[value=delivery]')).click();
  await page.locator(at('severity', 'input[value=moderate]')).click();
  for (const [name, text] of [
    ['details', `${COMMENT}\nSecond line`],
    ['order', ORDER],
  ] as const) {
    await page.locator(at(name, '[part=input]')).click();
    await page.keyboard.type(text);
  }
  await page.locator(at('remedy', 'input[value=refund]')).click();
  await page.locator(at('contact', '[part=input]')).click();
  await page.keyboard.type(CONTACT);
  await page.locator(at('consent', 'input')).click();
  const values = ['delivery', 'moderate', `${COMMENT}\nSecond line`, ORDER, null, 'refund', CONTACT];
  return { ...(await readComplaint(page, values)), consent: { contact: true } };
}

/** Goes through a complaint in steps with keys alone. */
export async function complainByKeys(page: Page): Promise<Given> {
  const { keyboard } = page;
  await page.$eval('heed-complaint', (element) => (element as HTMLElement).focus());
  await keyboard.press(' ');
  await tabTo(page, 'heed-complaint', 'TEXTAREA');
  await keyboard.type(COMMENT);
  await tabTo(page, 'heed-complaint', 'INPUT');
  await keyboard.type(ORDER);
  await keyboard.press('Enter');
  await seeStep(page, 1);
  await keyboard.press('Tab');
  await keyboard.press(' ');
  await tabTo(page, 'heed-complaint', 'BUTTON', 'next');
  await keyboard.press('Enter');
  await seeStep(page, 2);
  await keyboard.press('Tab');
  await keyboard.type(CONTACT);
  await keyboard.press('Tab');
  await keyboard.press(' ');
  const values = ['waiting-time', null, COMMENT, ORDER, null, 'refund', CONTACT];
  const given = { ...(await readComplaint(page, values)), consent: { contact: true } };
  await tabTo(page, 'heed-complaint', 'BUTTON', 'submit');
  await keyboard.press('Enter');
  return given;
}

export async function sendComplaint(page: Page): Promise<void> {
  await page.locator('heed-complaint >>> button[part=submit]').click();
}

/** Waits until an element tells what became of its answer. */
export async function seeOutcome(page: Page, tag: Tag, outcome: 'sent' | 'stored'): Promise<string> {
  await page.waitForSelector(`${tag} >>> [part=status].${outcome}`);
  return page.$eval(`${tag} >>> [part=status-title]`, (element) => element.textContent?.trim() ?? '');
}

/** What is entered in the fields of the complaint at this moment, by name. */
export function readFields(page: Page): Promise<Record<string, unknown>> {
  return page.$eval('heed-complaint', (element) => {
    const fields = element.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=field][name]') ?? [];
    return Object.fromEntries(Array.from(fields, ({ name, value }) => [name, value as unknown]));
  });
}

async function readRating(page: Page, tag: Tag, value: number): Promise<Given> {
  const [question = '', followUp = ''] = await readWords(page, tag, ':is([part=question], [part=label])');
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

/** What the demo's complaint asks for, in order. */
const ASKED = [
  ['category', 'choice'],
  ['severity', 'choice'],
  ['details', 'text'],
  ['order', 'text'],
  ['attachments', 'attachment'],
  ['remedy', 'choice'],
  ['contact', 'text'],
] as const;

/** The answers to that, with the words that the session is asked. */
async function readComplaint(page: Page, values: readonly (string | null)[]): Promise<Given> {
  const words = await readWords(page, 'heed-complaint', '[part=field] >>> [part=question]');
  return {
    survey: 'complaint',
    locale: await readLanguage(page),
    answers: ASKED.map(([name, kind], index) => ({
      name,
      kind,
      value: values[index] ?? null,
      question: words[index] ?? '',
    })),
  };
}

/** Waits until the title of a step has the focus. */
async function seeStep(page: Page, index: number): Promise<void> {
  await page.waitForFunction(
    (id) => document.querySelector('heed-complaint')?.shadowRoot?.activeElement?.id === id,
    {},
    `step-${index}`,
  );
}

/** Labels as the session reads them, without the small print beside them. */
function readWords(page: Page, tag: Tag, selector: string): Promise<string[]> {
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

/** Presses Tab until a control of this kind inside the element, or inside of what it is made of, has the focus. */
async function tabTo(page: Page, tag: Tag, control: string, part?: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (tag, control, part) => {
        const host = document.activeElement;
        let focused = host?.shadowRoot?.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        const isPart = !part || focused?.part.contains(part);
        return host?.localName === tag && focused?.tagName === control && isPart;
      },
      tag,
      control,
      part,
    );
    if (isThere) return;
  }
  throw new Error(`Tab does not reach the ${control} of <${tag}>`);
}
