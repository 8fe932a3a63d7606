import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

export const launcher: Flow = {
  name: 'launcher',
  about:
    'The launcher opens its prompt, Escape leads back to it, and once it is hidden the focus is on what came before.',
  page: `
    <heed-prompt id="site" name="site" endpoint="/feedback"><heed-csat survey="site"></heed-csat></heed-prompt>
    <heed-launcher for="site" hideable></heed-launcher>`,
  steps: [
    ['Tab', heed('feedback'), 'collapsed push button'],
    ['Return', heed('csatQuestion')],
    ['Tab'],
    ['Escape', heed('feedback'), 'collapsed push button'],
    ['Tab', heed('hideLauncher'), 'push button'],
    ['Return', '{Begin|Anfang|البداية}', 'push button'],
  ],
};
