/** Renders a prompt. Loaded when it first opens, together with everything that an open prompt needs. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/rendering/icons.ts';
import { inheritTokens } from '../../shared/styles/inherit-tokens.ts';
import type { promptEnglish } from '../../locales/en/prompt.ts';
import { isSheetOnPhone, listPositions, type Placement } from './placement.ts';
import { promptStyles } from './prompt.styles.ts';

export { PromptSession } from './prompt-session.ts';
export { togglePanel } from './toggle-panel.ts';

const CLOSE_ICON = 'M6.5 6.5l11 11M17.5 6.5l-11 11';

/** What is rendered. */
export interface PromptViewState extends Placement {
  readonly isOpen: boolean;
  readonly isPreview: boolean;
  readonly isLaterOffered: boolean;
  t(key: keyof typeof promptEnglish, values?: Record<string, string>): string;
  hide(reason: 'dismissed' | 'later'): void;
}

export function addStyles(root: HTMLElement | DocumentFragment): void {
  for (const { styleSheet } of [inheritTokens('[part=content]'), promptStyles])
    if (styleSheet && root instanceof ShadowRoot) root.adoptedStyleSheets.push(styleSheet);
}

/** @param state `undefined` before the prompt first opens */
export function renderPrompt(state: PromptViewState | undefined): TemplateResult {
  return html`${state && (state.display === 'modal' ? renderDialog(state) : renderPanel(state))}
    <div role="status"></div>`;
}

function renderDialog(state: PromptViewState): TemplateResult {
  return html`<dialog
    part="panel"
    class="modal"
    aria-label=${state.title}
    tabindex="-1"
    ?hidden=${!state.isOpen}
    ?inert=${!state.isOpen}
    @keydown=${(event: KeyboardEvent) => onKeydown(event, state)}
    @close=${(event: Event) => onDialogClose(event, state)}
  >
    ${renderInner(state)}
  </dialog>`;
}

function renderPanel(state: PromptViewState): TemplateResult {
  const { display, title, isOpen } = state;
  const isInline = display === 'inline';
  return html`<div
    part="panel"
    class=${isSheetOnPhone(display) ? 'sheet' : display}
    data-place=${listPositions(state)[0] ?? ''}
    role=${isInline ? 'region' : 'dialog'}
    aria-label=${title}
    tabindex="-1"
    popover=${isInline ? nothing : 'manual'}
    ?hidden=${!isOpen}
    ?inert=${!isOpen}
    @keydown=${(event: KeyboardEvent) => onKeydown(event, state)}
  >
    ${renderInner(state)}
  </div>`;
}

function renderInner({ isLaterOffered, isPreview, t, hide }: PromptViewState): unknown {
  return html`<button part="close" type="button" aria-label=${t('close')} @click=${() => hide('dismissed')}>
      ${icon(CLOSE_ICON)}
    </button>
    <div part="content"><slot></slot></div>
    ${
      isLaterOffered
        ? html`<button part="later" type="button" @click=${() => hide('later')}>${t('later')}</button>`
        : nothing
    }
    ${isPreview ? html`<p part="preview">${t('preview')}</p>` : nothing}`;
}

function onKeydown(event: KeyboardEvent, { hide }: PromptViewState): void {
  // Escape may close something inside, or cancel the composition of an input method.
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  event.preventDefault();
  hide('dismissed');
}

/** The browser closed the dialog, by Escape or a gesture. The event is late: the dialog may be open again. */
function onDialogClose({ target }: Event, { isOpen, hide }: PromptViewState): void {
  if (isOpen && target instanceof HTMLDialogElement && !target.open) hide('dismissed');
}
