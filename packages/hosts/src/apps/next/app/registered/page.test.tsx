import type { HeedCsat, HeedNps } from '@heed/elements';
import { act, render } from '@testing-library/react';
import { expect, test } from 'vitest';
import Page from './page.tsx';

test('renders the questions and keeps the score', async () => {
  const { container } = render(<Page />);
  const csat = container.querySelector<HeedCsat>('heed-csat')!;
  await csat.updateComplete;
  act(() => csat.shadowRoot!.querySelectorAll('input')[3]!.click());
  expect(container.querySelector('#value')!.textContent).toBe('4');
  expect(container.querySelector<HeedNps>('heed-nps')!.respondent).toEqual({ id: 'u-42' });
});
