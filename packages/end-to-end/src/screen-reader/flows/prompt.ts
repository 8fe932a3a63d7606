import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

const announced = heed('promptOpened', { title: heed('csatQuestion') });

export const promptOnEvent: Flow = {
  name: 'prompt-on-event',
  about: 'A prompt that opens on an event of the page: announced, reached with Tab, closed with Escape.',
  page: `
    <heed-prompt name="order" when="event('moment')" endpoint="/feedback">
      <heed-csat survey="order"></heed-csat>
    </heed-prompt>`,
  steps: [
    ['F9', announced],
    ['Tab', heed('csatQuestion'), 'dialog', heed('close'), 'push button'],
    ['Tab', heed('starStepEnd', { value: 1, max: 5, label: heed('csatLow') })],
    ['Escape', '{Begin|Anfang|البداية}', 'push button'],
  ],
};

export const promptOnClick: Flow = {
  name: 'prompt-on-click',
  about: 'A prompt that opens on a button press: answered, and the outcome is announced.',
  page: `
    <p><button type="button" id="ask">{Rate us|Bewerten|قيّمنا}</button></p>
    <heed-prompt name="rate" when="click('#ask')" endpoint="/feedback">
      <heed-csat survey="order"></heed-csat>
    </heed-prompt>`,
  steps: [
    ['Tab', '{Rate us|Bewerten|قيّمنا}', 'push button'],
    ['Return', announced],
    ['Tab', 'dialog', heed('close')],
    ['Tab', heed('starStepEnd', { value: 1, max: 5, label: heed('csatLow') })],
    ['space', 'selected'],
    ['Tab', heed('send')],
    ['Return', heed('sentTitle'), heed('sentText')],
  ],
};
