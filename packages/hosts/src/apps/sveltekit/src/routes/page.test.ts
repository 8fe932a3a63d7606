import type { HeedCsat } from '@heed/elements';
import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Page from './+page.svelte';

test('keeps the score', async () => {
  const { container } = render(Page);
  const csat = container.querySelector<HeedCsat>('heed-csat')!;
  await csat.updateComplete;
  csat.shadowRoot!.querySelectorAll('input')[3]!.click();
  await expect.poll(() => container.querySelector('#value')!.textContent).toBe('4');
});
