import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import type { HeedCsat, HeedNps } from '@heed/elements';
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { FeedbackForm, Question } from './app.tsx';

afterEach(cleanup);

test('keeps the score in the state', async () => {
  const { container } = render(<FeedbackForm />);
  const csat = container.querySelector<HeedCsat>('heed-csat')!;
  await csat.updateComplete;
  act(() => csat.shadowRoot!.querySelectorAll('input')[3]!.click());
  expect(container.querySelector('#value')!.textContent).toBe('4');
});

test('sends a record with the respondent', async () => {
  const { container } = render(<Question customer="u-1" />);
  const nps = container.querySelector<HeedNps>('heed-nps')!;
  const records: unknown[] = [];
  nps.addEventListener('heed-submit', (event) => {
    records.push(event.detail);
    event.respondWith({ state: 'sent' });
  });
  await nps.updateComplete;
  act(() => nps.shadowRoot!.querySelectorAll('input')[9]!.click());
  await nps.updateComplete;
  await act(async () => nps.shadowRoot!.querySelector<HTMLElement>('[part=submit]')!.click());
  expect(records).toMatchObject([{ answers: [{ value: 9 }], respondent: { id: 'u-1' } }]);
});
