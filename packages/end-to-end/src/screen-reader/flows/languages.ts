import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

export const fallbackLanguage: Flow = {
  name: 'fallback-language',
  about: 'An Icelandic page, for which Heed has no strings: English strings are spoken by an English voice.',
  page: '<heed-nps survey="visit" endpoint="/feedback" question="Hversu líklegt er það?"></heed-nps>',
  languages: ['en'],
  pageLanguage: 'is',
  steps: [
    ['Tab', 'Hversu líklegt er það?', heed('stepEnd', { value: 0, max: 10, label: heed('npsLow') })],
    ['space', 'selected'],
    ['Tab', heed('send')],
  ],
};
