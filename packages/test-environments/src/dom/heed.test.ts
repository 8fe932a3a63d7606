import { start, type Heed } from 'heed/start';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render, inside, collectEvents, until, type TestElement } from '../page.ts';

let heed: Heed | undefined;
let reply: () => Promise<Response>;
const send = vi.fn((_url: unknown, _init?: RequestInit) => reply());

beforeEach(() => {
  reply = async () => new Response('{"reference":"HD-7"}', { status: 201 });
  send.mockClear();
  vi.stubGlobal('fetch', send);
});
afterEach(() => {
  heed?.stop();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function answer(): Promise<TestElement> {
  const element = await render(`<heed-nps survey="visit" endpoint="/feedback-${Math.random()}"></heed-nps>`);
  await until(() => inside(element, '[value="9"]'));
  inside(element, '[value="9"]').click();
  await until(() => inside(element, '[part=submit]').click());
  return element;
}

test('posts the answer to an element of the page', async () => {
  heed = start();
  const outcomes = collectEvents(document, 'heed-sent');
  await answer();
  await until(() => expect(outcomes).toHaveLength(1));
  const [, init] = send.mock.calls[0] ?? [];
  expect(init?.method).toBe('POST');
  expect(JSON.parse(String(init?.body))).toMatchObject({ survey: 'visit', answers: [{ value: 9 }] });
});

test('keeps the answer while the endpoint does not reply', async () => {
  reply = () => Promise.reject(new TypeError('Failed to fetch'));
  heed = start();
  const outcomes = collectEvents(document, 'heed-stored');
  const element = await answer();
  await until(() => expect(outcomes).toHaveLength(1));
  expect(inside(element, '[part=status]').textContent?.trim()).not.toBe('');
});

test('loads every element that the page contains', async () => {
  heed = start();
  const tags = [
    'attachment',
    'ces',
    'choice',
    'complaint',
    'consent',
    'csat',
    'matrix',
    'nps',
    'survey',
    'text',
  ];
  const markup = tags.map((tag) => `<heed-${tag} name="${tag}"></heed-${tag}>`).join('');
  await render(`<main>${markup}<heed-prompt name="p"></heed-prompt><heed-launcher></heed-launcher></main>`);
  await Promise.all([...tags, 'prompt', 'launcher'].map((tag) => customElements.whenDefined(`heed-${tag}`)));
  for (const element of document.querySelectorAll<TestElement>('main > *')) await element.updateComplete;
});
