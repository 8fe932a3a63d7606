/** What compiles, and what must not, in plain TypeScript. */
import type { HeedNps, HeedSubmitEvent } from '@heed/elements';

const nps: HeedNps = document.createElement('heed-nps');
nps.value = 0;
nps.value = null;
nps.callBack = true;
// @ts-expect-error A score is a number.
nps.value = 'nine';
// @ts-expect-error There is no such property.
nps.callback = true;

// @ts-expect-error There is no such way to draw a scale.
document.createElement('heed-csat').display = 'hearts';

nps.addEventListener('heed-submit', (event) => {
  const submit: HeedSubmitEvent = event;
  submit.respondWith({ state: 'sent' });
});
document.body.addEventListener('heed-submit', (event) => event.detail.survey.trim());
document.addEventListener('heed-submit', (event) => event.respondWith({ state: 'stored', durable: true }));
window.addEventListener('heed-submit', (event) => event.endpoint?.trim());
document.addEventListener('heed-stored', ({ detail }) => detail.record.id.trim());
document.addEventListener('heed-submit', (event) => {
  // @ts-expect-error The record has no such member.
  void event.detail.score;
  // @ts-expect-error There is no such outcome.
  event.respondWith({ state: 'lost' });
});
// @ts-expect-error The outcome is in the detail of the event.
document.addEventListener('heed-sent', (event) => event.outcome);

document.querySelector('heed-text')?.value?.toUpperCase();
// @ts-expect-error A text has no number for its value.
document.querySelector('heed-text')?.value?.toFixed();
