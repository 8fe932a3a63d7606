import 'heed';
import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { createClient } from '@heed/client';

beforeEach(() => document.body.replaceChildren());

test('keeps a value', async () => {
  const csat = document.body.appendChild(document.createElement('heed-csat'));
  csat.value = 4;
  await csat.updateComplete;
  expect(csat.value).toBe(4);
  expect(csat.shadowRoot.querySelector('input:checked').value).toBe('4');
});

test('fires a change when a star is clicked', async () => {
  const csat = document.body.appendChild(document.createElement('heed-csat'));
  const values = [];
  csat.addEventListener('change', () => values.push(csat.value));
  await csat.updateComplete;
  csat.shadowRoot.querySelectorAll('input')[3].click();
  expect(values).toEqual([4]);
});

test('sends a record with the respondent', async () => {
  const nps = document.createElement('heed-nps');
  Object.assign(nps, { survey: 'checkout', respondent: { id: 'u-1' }, value: 0 });
  const sent = new Promise((resolve) => {
    nps.addEventListener('heed-submit', (event) => {
      event.respondWith({ state: 'sent' });
      resolve(event.detail);
    });
  });
  document.body.append(nps);
  await nps.updateComplete;
  nps.shadowRoot.querySelector('[part=submit]').click();
  expect(await sent).toMatchObject({ answers: [{ value: 0 }], respondent: { id: 'u-1' } });
});

test('creates a client', async () => {
  const client = createClient({ endpoint: '/feedback' });
  await client.close();
});
