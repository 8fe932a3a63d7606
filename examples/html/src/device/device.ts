/** The panel with the queue of this device and the network switch. */
import type { Client } from '@heed/client';
import { render } from 'lit';
import type { Strings } from '../localization/strings.ts';
import { isCut, setCut } from './network.ts';
import { watchQueue, type QueueEntry } from './queue.ts';
import { describeQueue, renderQueue } from './queue-view.ts';

const COUNTDOWN_MS = 1000;

/** Starts the panel. Returns a function that renders it with other strings. */
export function startDevice(client: Client, changes: EventTarget): (strings: Strings) => void {
  const state = document.querySelector<HTMLElement>('.device-state');
  const list = document.querySelector<HTMLElement>('.queue');
  const button = document.querySelector<HTMLElement>('#network');
  let strings: Strings | undefined;
  let entries: QueueEntry[] | undefined;
  const draw = (): void => {
    button?.setAttribute('aria-checked', String(!isCut()));
    if (!strings || !entries || !state || !list) return;
    const sentence = describeQueue(entries, strings, isCut());
    if (state.textContent !== sentence) state.textContent = sentence;
    render(renderQueue(entries, strings, Date.now(), isCut() ? undefined : () => void client.flush()), list);
  };
  button?.addEventListener('click', () => {
    setCut(!isCut());
    draw();
    // The client retries when the network returns, but it does not know this switch.
    if (!isCut()) void client.flush();
  });
  watchQueue(client, changes, (current) => {
    entries = current;
    draw();
  });
  keepFocusVisible();
  setInterval(draw, COUNTDOWN_MS);
  return (next) => {
    strings = next;
    draw();
  };
}

/** Scrolls when the panel grows, so that it does not cover the focused element. */
function keepFocusVisible(): void {
  const panel = document.querySelector<HTMLElement>('.device');
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--dock', `${panel?.offsetHeight ?? 0}px`);
    document.querySelector('.view :focus')?.scrollIntoView({ block: 'nearest' });
  });
  if (panel) observer.observe(panel);
}
