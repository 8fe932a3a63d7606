/** Helpers for the tests of prompts and launchers. */
import '../../../define/csat.ts';
import '../../../define/prompt.ts';
import { mount, until } from '@heed/testing/suites/page';
import type { HeedCsat } from '../../csat/csat.ts';
import type { HeedPrompt } from '../prompt.ts';

/** For unique names. */
let count = 0;

/** Mounts a prompt that contains a question. */
export async function mountPrompt(
  attributes: Record<string, string> = {},
  parent: Element = document.body,
): Promise<HeedPrompt> {
  const prompt = await mount<HeedPrompt>('heed-prompt', { name: `test-${++count}`, ...attributes }, parent);
  await mount('heed-csat', { survey: 'test', question: 'How was it?' }, prompt);
  return prompt;
}

export function getQuestion(prompt: Element): HeedCsat {
  const question = prompt.querySelector('heed-csat');
  if (!question) throw new Error('the prompt contains no question');
  return question;
}

/** Mounts a prompt that opens on the event of its name. */
export async function mountWithRules(
  attributes: Record<string, string> = {},
  parent?: Element,
): Promise<HeedPrompt> {
  localStorage.removeItem('heed-prompts');
  const prompt = await mountPrompt({ quiet: '0', ...attributes }, parent);
  prompt.setAttribute('when', `event('${prompt.name}')`);
  await until('the rules', () => prompt.explain().length > 0);
  await prompt.updateComplete;
  return prompt;
}

/** Dispatches the event of the prompt, and waits until its rules are checked. */
export async function dispatchTrigger(prompt: HeedPrompt): Promise<void> {
  const checked = new Promise((resolve) => prompt.addEventListener('heed-checked', resolve, { once: true }));
  document.dispatchEvent(new CustomEvent(prompt.name));
  await checked;
}

export async function openByRules(prompt: HeedPrompt): Promise<void> {
  await dispatchTrigger(prompt);
  await until('it to open', () => prompt.open);
}

export async function answerQuestion(prompt: HeedPrompt): Promise<void> {
  const question = getQuestion(prompt);
  question.value = 4;
  await question.updateComplete;
  question.shadowRoot?.querySelector<HTMLElement>('[part=submit]')?.click();
  await until('the thank-you message', () => question.matches(':state(sent)'));
  await prompt.updateComplete;
}

/** Shows an inline prompt. A prompt that was about to open before it would be open by then. */
export async function showAnother(): Promise<void> {
  const another = await mountPrompt({ display: 'inline' });
  await another.show();
}

/** Returns the rules that keep the prompt closed. */
export function listFailedRules(prompt: HeedPrompt): string[] {
  return prompt.explain().flatMap(({ rule, ok }) => (ok ? [] : [rule]));
}

/** Returns an element of the shadow tree; `null` before the prompt first opens. */
export function find(prompt: Element, selector: string): HTMLElement | null {
  return prompt.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

export function isShown(prompt: Element): boolean {
  return find(prompt, '[part=panel]')?.checkVisibility({ visibilityProperty: true }) ?? false;
}

/** Returns the box of the panel after its transition. */
export async function measurePanel(prompt: Element): Promise<DOMRect> {
  const panel = find(prompt, '[part=panel]');
  if (!panel) throw new Error('the panel is not rendered');
  await Promise.all(panel.getAnimations().map(({ finished }) => finished));
  return panel.getBoundingClientRect();
}

/** Confirms every answer, like an endpoint. */
export function confirmAnswers(prompt: HTMLElement): void {
  prompt.addEventListener('heed-submit', (event) => event.respondWith({ state: 'sent' }));
}

/** Records the prompt events that reach the page, each with its reason or preview flag. */
export function recordEvents(): { events: [type: string, more: unknown][]; stop(): void } {
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
