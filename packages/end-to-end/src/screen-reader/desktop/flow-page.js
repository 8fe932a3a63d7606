/** The script of every page that is listened to: loads Heed, and tells the test when a user could begin. */
import './heed.min.js';

const begin = document.querySelector('button');

// What the page does without the user: `when="event('moment')"` waits for it.
addEventListener('keydown', ({ key }) => {
  if (key === 'F9') dispatchEvent(new Event('moment'));
});

const areDrawn = () =>
  [...document.querySelectorAll(':not(heed-prompt *)')]
    .filter(({ localName }) => localName.startsWith('heed-'))
    // A closed prompt draws nothing.
    .every((element) => element.matches('heed-prompt:defined') || element.shadowRoot?.childElementCount > 0);

while (!areDrawn() || !document.hasFocus() || document.activeElement !== begin) {
  if (document.hasFocus()) begin.focus();
  await new Promise((resolve) => setTimeout(resolve, 50));
}
await fetch('/ready', { method: 'POST' });
