/** The panel that shows what this device keeps, with the switch that cuts the network. */
import type { Client } from '@heed/client';
import { render } from 'lit';
import type { Words } from '../page/words/words.ts';
import { isCut, setCut } from './network.ts';
import { watchQueue, type QueueRow } from './queue.ts';
import { describeQueue, renderQueue } from './queue-view.ts';

const COUNTDOWN_MS = 1000;

/** @returns draws the panel with other words */
export function startDevice(client: Client, changes: EventTarget): (words: Words) => void {
  const state = document.querySelector<HTMLElement>('.device-state');
  const list = document.querySelector<HTMLElement>('.queue');
  const button = document.querySelector<HTMLElement>('#network');
  let words: Words | undefined;
  let rows: QueueRow[] | undefined;
  const draw = (): void => {
    button?.setAttribute('aria-checked', String(!isCut()));
    if (!words || !rows || !state || !list) return;
    const sentence = describeQueue(rows, words, isCut());
    if (state.textContent !== sentence) state.textContent = sentence;
    render(renderQueue(rows, words, Date.now(), isCut() ? undefined : () => void client.flush()), list);
  };
  button?.addEventListener('click', () => {
    setCut(!isCut());
    draw();
    // A network that comes back is a trigger of the client's own; this one is only ours.
    if (!isCut()) void client.flush();
  });
  watchQueue(client, changes, (now) => {
    rows = now;
    draw();
  });
  keepFocusInSight();
  setInterval(draw, COUNTDOWN_MS);
  return (next) => {
    words = next;
    draw();
  };
}

/** The panel takes room from the page: the answer that has the focus must not disappear behind it when it grows. */
function keepFocusInSight(): void {
  const panel = document.querySelector<HTMLElement>('.device');
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--dock', `${panel?.offsetHeight ?? 0}px`);
    document.querySelector('.view :focus')?.scrollIntoView({ block: 'nearest' });
  });
  if (panel) observer.observe(panel);
}
