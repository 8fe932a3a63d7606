import 'heed';
import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { createClient } from '@heed/client';
import { beforeEach, expect, test } from 'vitest';

beforeEach(() => document.body.replaceChildren());

test('keeps a value in its form', async () => {
  const form = document.body.appendChild(document.createElement('form'));
  const csat = form.appendChild(document.createElement('heed-csat'));
  csat.name = 'satisfaction';
  csat.value = 4;
  await csat.updateComplete;
  expect(csat.value).toBe(4);
  expect(csat.shadowRoot!.querySelector<HTMLInputElement>('input:checked')!.value).toBe('4');
  csat.remove();
});

test('fires a change when a star is clicked', async () => {
  const csat = document.body.appendChild(document.createElement('heed-csat'));
  const values: unknown[] = [];
  csat.addEventListener('change', () => values.push(csat.value));
  await csat.updateComplete;
  csat.shadowRoot!.querySelectorAll('input')[3]!.click();
  expect(values).toEqual([4]);
});

test('sends a record with the respondent', async () => {
  const nps = document.createElement('heed-nps');
  Object.assign(nps, { survey: 'checkout', respondent: { id: 'u-1' }, value: 0 });
  const records: unknown[] = [];
  nps.addEventListener('heed-submit', (event) => {
    records.push(event.detail);
    event.respondWith({ state: 'sent' });
  });
  document.body.append(nps);
  await nps.updateComplete;
  nps.shadowRoot!.querySelector<HTMLElement>('[part=submit]')!.click();
  await expect.poll(() => records).toMatchObject([{ answers: [{ value: 0 }], respondent: { id: 'u-1' } }]);
});

test('creates a client', async () => {
  const client = createClient({ endpoint: '/feedback' });
  await client.close();
});
