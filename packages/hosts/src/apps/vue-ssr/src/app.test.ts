import type { HeedCsat } from '@heed/elements';
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import App from './app.vue';

test('keeps the score', async () => {
  const app = mount(App, { attachTo: document.body });
  const csat = app.find('heed-csat').element as HeedCsat;
  await csat.updateComplete;
  csat.shadowRoot!.querySelectorAll('input')[3]!.click();
  await expect.poll(() => app.find('#value').text()).toBe('4');
});
