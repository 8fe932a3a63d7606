import type { HeedPrompt } from '@heed/elements';
import { expect, test } from 'vitest';
import { render, until } from '../page.ts';

import '@heed/elements/define/nps';
import '@heed/elements/define/prompt';

test('opens according to its rules', async () => {
  const prompt = await render<HeedPrompt>(
    `<heed-prompt name="ruled" quiet="0s" when="event('order-placed')"><heed-nps survey="visit"></heed-nps></heed-prompt>`,
  );
  await until(() => expect(prompt.explain().length).toBeGreaterThan(0));
  document.dispatchEvent(new CustomEvent('order-placed', { bubbles: true }));
  await until(() => expect(prompt.open).toBe(true));
});
