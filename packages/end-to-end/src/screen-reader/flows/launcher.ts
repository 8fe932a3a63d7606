import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

export const launcher: Flow = {
  name: 'launcher',
  about:
    'The launcher opens its prompt, Escape returns to it, and hiding it moves the focus to the preceding control.',
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
