import type { RuleResult } from '@heed/core/prompts';
import { adoptStyles, html, nothing, render, type TemplateResult } from 'lit';
import { tokens } from '../../../shared/styles/tokens.ts';
import { explainPanelStyles } from './explain-panel.styles.ts';

/** What the panel needs of a prompt. */
interface ExplainablePrompt extends HTMLElement {
  readonly name: string;
  explain(): readonly RuleResult[];
  preview(): unknown;
  forget(): void;
}

/** Events that may change the results: the rules were evaluated, or the prompt opened or closed. */
const CHANGE_EVENTS = ['heed-checked', 'heed-show', 'heed-hide'];

/** The open panels. */
const panels = new Set<HTMLElement>();

/**
 * Opens a panel that shows developers, live, why a prompt opens automatically or does not. It is in English only, like
 * messages in the console. Returns a function that closes it.
 */
export function openExplainPanel(prompt: ExplainablePrompt): () => void {
  const panel = createPanel();
  const update = (): void => void render(renderPanel(prompt), panel.shadowRoot ?? panel);
  update();
  // Lit treats the nodes after its start marker as its own, so the panel comes first.
  prompt.shadowRoot?.prepend(panel);
  // In the top layer, it lies over the overlays of the page. A move removes it from there.
  const show = (): void => void panel.togglePopover?.(true);
  show();
  prompt.addEventListener('heed-moved', show);
  for (const type of CHANGE_EVENTS) prompt.addEventListener(type, update);
  return () => {
    prompt.removeEventListener('heed-moved', show);
    for (const type of CHANGE_EVENTS) prompt.removeEventListener(type, update);
    panels.delete(panel);
    panel.remove();
  };
}

function createPanel(): HTMLElement {
  const panel = document.createElement('div');
  adoptStyles(panel.attachShadow({ mode: 'open' }), [tokens('prompt'), explainPanelStyles]);
  panel.style.setProperty('--_place', String(panels.size));
  panels.add(panel);
  panel.popover = 'manual';
  panel.lang = 'en';
  panel.dir = 'ltr';
  return panel;
}

function renderPanel(prompt: ExplainablePrompt): TemplateResult {
  const results = prompt.explain();
  const failed = results.filter(({ ok }) => !ok).map(({ rule }) => rule);
  return html`<details open>
    <summary>heed-prompt “${prompt.name}”</summary>
    <p>${failed.length > 0 ? `Kept closed by: ${failed.join(', ')}` : 'All rules allow it to open.'}</p>
    <table>
      ${results.map(renderResult)}
    </table>
    <div>
      <button type="button" @click=${() => prompt.preview()}>Preview</button>
      <button type="button" @click=${() => prompt.forget()}>Reset counters</button>
    </div>
  </details>`;
}

function renderResult({ rule, ok, reason, until }: RuleResult): TemplateResult {
  const end = until === undefined ? undefined : new Date(until);
  return html`<tr class=${ok ? nothing : 'no'}>
    <th scope="row">
      <span aria-label=${ok ? 'passed' : 'failed'} role="img">${ok ? '✓' : '✗'}</span> ${rule}
    </th>
    <td>
      ${reason}
      ${end ? html`<time datetime=${end.toISOString()}>until ${end.toLocaleString()}</time>` : nothing}
    </td>
  </tr>`;
}
