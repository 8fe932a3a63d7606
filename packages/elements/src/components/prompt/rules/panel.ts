import type { RuleResult } from '@heed/core/prompts';
import { adoptStyles, html, nothing, render, type TemplateResult } from 'lit';
import { tokens } from '../../../shared/styles/tokens.ts';
import { panelStyles } from './panel.styles.ts';

/** What the panel asks of a prompt. */
interface Explained extends HTMLElement {
  readonly name: string;
  explain(): readonly RuleResult[];
  preview(): unknown;
  forget(): void;
}

/** What may change the verdicts: the gate judged again, or the prompt opened or closed. */
const NEWS = ['heed-judged', 'heed-show', 'heed-hide'];

/** Those that are shown. */
const hosts = new Set<HTMLElement>();

/**
 * Shows developers in the page why a prompt opens by itself or does not, live. In English only, as a console is.
 *
 * @returns what takes it away
 */
export function panel(prompt: Explained): () => void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [tokens('prompt'), panelStyles]);
  host.style.setProperty('--_place', String(hosts.size));
  hosts.add(host);
  host.popover = 'manual';
  host.lang = 'en';
  host.dir = 'ltr';
  const draw = (): void => void render(renderPanel(prompt), root);
  draw();
  // In front of what the prompt draws, which takes everything behind it for its own.
  prompt.shadowRoot?.prepend(host);
  // Over everything that the page lays over itself, also once it was moved.
  const show = (): void => void host.togglePopover?.(true);
  show();
  prompt.addEventListener('heed-moved', show);
  for (const type of NEWS) prompt.addEventListener(type, draw);
  return () => {
    prompt.removeEventListener('heed-moved', show);
    for (const type of NEWS) prompt.removeEventListener(type, draw);
    hosts.delete(host);
    host.remove();
  };
}

function renderPanel(prompt: Explained): TemplateResult {
  const verdicts = prompt.explain();
  const closed = verdicts.filter(({ ok }) => !ok).map(({ rule }) => rule);
  return html`<details open>
    <summary>heed-prompt “${prompt.name}”</summary>
    <p>${closed.length > 0 ? `Stays closed by: ${closed.join(', ')}` : 'Every rule agrees.'}</p>
    <table>
      ${verdicts.map(renderVerdict)}
    </table>
    <div>
      <button type="button" @click=${() => prompt.preview()}>Preview</button>
      <button type="button" @click=${() => prompt.forget()}>Forget the counters</button>
    </div>
  </details>`;
}

function renderVerdict({ rule, ok, reason, until }: RuleResult): TemplateResult {
  const end = until === undefined ? undefined : new Date(until);
  return html`<tr class=${ok ? nothing : 'no'}>
    <th scope="row">
      <span aria-label=${ok ? 'agrees' : 'does not agree'} role="img">${ok ? '✓' : '✗'}</span> ${rule}
    </th>
    <td>
      ${reason}
      ${end ? html`<time datetime=${end.toISOString()}>until ${end.toLocaleString()}</time>` : nothing}
    </td>
  </tr>`;
}
