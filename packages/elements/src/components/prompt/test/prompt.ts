/** What tests of prompts and launchers share. */
import '../../../define/csat.ts';
import '../../../define/prompt.ts';
import { mount } from '@heed/testing/suites/page';
import type { HeedCsat } from '../../csat/csat.ts';
import type { HeedPrompt } from '../prompt.ts';

/** Which card is which. */
let count = 0;

/** A prompt with a question in it. */
export async function mountPrompt(
  attributes: Record<string, string> = {},
  parent: Element = document.body,
): Promise<HeedPrompt> {
  const prompt = await mount<HeedPrompt>('heed-prompt', { name: `test-${++count}`, ...attributes }, parent);
  await mount('heed-csat', { survey: 'test', question: 'How was it?' }, prompt);
  return prompt;
}

export function questionOf(prompt: Element): HeedCsat {
  const question = prompt.querySelector('heed-csat');
  if (!question) throw new Error('the prompt asks nothing');
  return question;
}

/** In its shadow tree; null before it first opens. */
export function find(prompt: Element, selector: string): HTMLElement | null {
  return prompt.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

export function isSeen(prompt: Element): boolean {
  return find(prompt, '[part=panel]')?.checkVisibility({ visibilityProperty: true }) ?? false;
}

/** Where it is once it has come to rest. */
export async function boxOf(prompt: Element): Promise<DOMRect> {
  const panel = find(prompt, '[part=panel]');
  if (!panel) throw new Error('nothing is drawn');
  await Promise.all(panel.getAnimations().map(({ finished }) => finished));
  return panel.getBoundingClientRect();
}

/** Has the endpoint confirm every answer. */
export function confirmAnswers(prompt: HTMLElement): void {
  prompt.addEventListener('heed-submit', (event) => event.respondWith({ state: 'sent' }));
}

/** Names of events in the order in which they reached the page, with what they say. */
export function follow(): { events: [type: string, more: unknown][]; stop(): void } {
  const events: [string, unknown][] = [];
  const hear = ({ type, detail }: CustomEvent<{ preview?: boolean; reason?: string }>): void => {
    events.push([type, detail.reason ?? detail.preview]);
  };
  document.addEventListener('heed-show', hear);
  document.addEventListener('heed-hide', hear);
  return {
    events,
    stop: () => {
      document.removeEventListener('heed-show', hear);
      document.removeEventListener('heed-hide', hear);
    },
  };
}
