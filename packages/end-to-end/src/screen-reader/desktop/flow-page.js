/** The script of every page in a flow. Loads Heed, and reports when a user could start. */
import './heed.min.js';

const begin = document.querySelector('button');

// An event of the page, for prompts with `when="event('moment')"`.
addEventListener('keydown', ({ key }) => {
  if (key === 'F9') dispatchEvent(new Event('moment'));
});

const areRendered = () =>
  [...document.querySelectorAll(':not(heed-prompt *)')]
    .filter(({ localName }) => localName.startsWith('heed-'))
    // A closed prompt renders nothing.
    .every((element) => element.matches('heed-prompt:defined') || element.shadowRoot?.childElementCount > 0);

while (!areRendered() || !document.hasFocus() || document.activeElement !== begin) {
  if (document.hasFocus()) begin.focus();
  await new Promise((resolve) => setTimeout(resolve, 50));
}
await fetch('/ready', { method: 'POST' });
