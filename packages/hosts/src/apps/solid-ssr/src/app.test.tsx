import '@heed/elements/define/csat';
import type { HeedCsat } from '@heed/elements';
import { render } from '@solidjs/testing-library';
import { expect, test } from 'vitest';
import { FeedbackForm } from './app.tsx';

test('keeps the score', async () => {
  const { container } = render(() => <FeedbackForm />);
  const csat = container.querySelector<HeedCsat>('heed-csat')!;
  await csat.updateComplete;
  csat.shadowRoot!.querySelectorAll('input')[3]!.click();
  expect(container.querySelector('#value')!.textContent).toBe('4');
});
