/** What a prompt needs once it opens: how it looks, where it stands, and what goes on around it. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/rendering/icons.ts';
import { lazyImport } from '../../shared/loading/lazy-import.ts';
import { inheritTokens } from '../../shared/styles/inherit-tokens.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { findTitle } from './prompt-content.ts';
import { holdsFocus } from './holds-focus.ts';
import { keepClear } from './keep-clear.ts';
import { keepThroughMoves } from './moved.ts';
import { oneOf } from './one-of.ts';
import { PHONE } from './phone.ts';
import { promptStyles } from './prompt.styles.ts';
import { matches, showDialog } from './platform.ts';
import type { PromptDisplay, PromptPosition } from './prompt.ts';
import type { promptEnglish } from '../../locales/en/prompt.ts';
import { followKeyboard, onClickOutside } from './surroundings.ts';
import { isInWindow, whenConnected } from './usable.ts';

export { fill, isEmpty, startOver, whenDrawn } from './prompt-content.ts';
export { whenUsable } from './usable.ts';

const DISPLAYS: readonly PromptDisplay[] = ['corner', 'popover', 'modal', 'sheet', 'inline'];
const CORNERS: readonly PromptPosition[] = ['bottom-end', 'bottom-start', 'top-end', 'top-start'];
const EDGES: readonly PromptPosition[] = ['bottom', 'top'];
const SIDES: readonly PromptPosition[] = ['bottom', 'top', 'start', 'end'];
const ANNOUNCE_DELAY_MS = 100;
const loadAnchored = lazyImport(() => import('./anchored.ts'));
const CLOSE = 'M6.5 6.5l11 11M17.5 6.5l-11 11';

/** Who wants it open: its rules, the page or the visitor, or the team that looks at it. */
export type Mode = 'rules' | 'asked' | 'preview';

/** What is asked of a prompt here. */
type PromptLike = HTMLElement & {
  readonly display: PromptDisplay | undefined;
  readonly position: PromptPosition | undefined;
  readonly anchor: string | undefined;
  requestUpdate(): void;
};

/** Where it appears this time. */
export interface Scene {
  readonly look: PromptDisplay;
  /** The corners, or the sides of the anchor, with the wanted one first. */
  readonly places: readonly PromptPosition[];
  readonly title: string;
  /** What it is about can be seen. */
  readonly isInView: boolean;
  readonly follow: Follow | undefined;
}

type Follow = (panel: HTMLElement, gone: () => void) => Promise<() => void>;

export interface View extends Scene {
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

/**
 * @param usual the title of what has none
 * @param signal ends the opening
 */
export async function choose(prompt: PromptLike, defaults: string, signal: AbortSignal): Promise<Scene> {
  const { anchor, position } = prompt;
  const wanted = oneOf(prompt, 'display', prompt.display, DISPLAYS) ?? (anchor ? 'popover' : 'corner');
  const isBeside = wanted === 'popover';
  const anchored = isBeside ? await loadAnchored(true) : undefined;
  await whenConnected(prompt, signal);
  const beside = isBeside ? findAnchor(prompt, anchor ?? '') : undefined;
  const isInView = !beside || isInWindow(beside);
  // What finds nothing to stand beside stands in a corner.
  const isAnchored = beside && anchored && isInView;
  const look = isBeside && !isAnchored ? 'corner' : wanted;
  const strings = look === 'popover' ? [...SIDES, ...CORNERS] : CORNERS;
  const first = oneOf(prompt, 'position', position, strings);
  const places = first ? [first, ...strings] : strings;
  const side = places[0] ?? 'bottom';
  return {
    look,
    places,
    title: findTitle(prompt) ?? defaults,
    isInView,
    follow: isAnchored ? (panel, gone) => anchored.follow(prompt, panel, beside, side, gone) : undefined,
  };
}

function findAnchor(prompt: Element, selector: string): Element | undefined {
  try {
    const anchor = (prompt.getRootNode() as ParentNode).querySelector(selector);
    if (anchor) return anchor;
  } catch {
    // Not a selector.
  }
  warnOnce(prompt, 'HEED_ANCHOR', `anchor must select an element of the page; got "${selector}"`);
  return undefined;
}

/** @param view undefined before it first opens */
export function renderScene(view: View | undefined): TemplateResult {
  return html`${view && (view.look === 'modal' ? renderDialog(view) : renderPanel(view))}
    <div role="status"></div>`;
}

function renderDialog(view: View): TemplateResult {
  return html`<dialog
    part="panel"
    class="modal"
    aria-label=${view.title}
    tabindex="-1"
    ?hidden=${!view.isOpen}
    ?inert=${!view.isOpen}
    @keydown=${(event: KeyboardEvent) => onKey(event, view)}
    @close=${(event: Event) => onClose(event, view)}
  >
    ${renderInner(view)}
  </dialog>`;
}

function renderPanel(view: View): TemplateResult {
  const { look, title, isOpen } = view;
  const isInline = look === 'inline';
  return html`<div
    part="panel"
    class=${look === 'corner' && PHONE?.matches ? 'sheet' : look}
    data-place=${listPlaces(view)[0] ?? ''}
    role=${isInline ? 'region' : 'dialog'}
    aria-label=${title}
    tabindex="-1"
    popover=${isInline ? nothing : 'manual'}
    ?hidden=${!isOpen}
    ?inert=${!isOpen}
    @keydown=${(event: KeyboardEvent) => onKey(event, view)}
  >
    ${renderInner(view)}
  </div>`;
}

function renderInner({ isLaterOffered, isPreview, t, hide }: View): unknown {
  return html`<button part="close" type="button" aria-label=${t('close')} @click=${() => hide('dismissed')}>
      ${icon(CLOSE)}
    </button>
    <div part="content"><slot></slot></div>
    ${
      isLaterOffered
        ? html`<button part="later" type="button" @click=${() => hide('later')}>${t('later')}</button>`
        : nothing
    }
    ${isPreview ? html`<p part="preview">${t('preview')}</p>` : nothing}`;
}

function onKey(event: KeyboardEvent, { hide }: View): void {
  // Not where it closes something inside, or ends the writing of a Chinese word.
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  event.preventDefault();
  hide('dismissed');
}

/** The browser has closed it, by Escape or a gesture. The event comes later, and it may be open again. */
function onClose({ target }: Event, { isOpen, hide }: View): void {
  if (isOpen && target instanceof HTMLDialogElement && !target.open) hide('dismissed');
}

/** The places of the window where it may stand; on a phone, where a card is a sheet, the lower and the upper edge. */
function listPlaces({ look, places }: Scene, panel?: HTMLElement): readonly string[] {
  if (look === 'popover') return panel?.hasAttribute('data-afar') ? CORNERS : ['', ...CORNERS];
  if (look === 'sheet' || (look === 'corner' && PHONE?.matches)) return EDGES;
  return look === 'corner' ? places : [];
}

/** Lays the drawn panel over the page, or takes it away. */
export function showPanel(prompt: Element, isOpen: boolean): void {
  const panel = findPanel(prompt);
  if (panel instanceof HTMLDialogElement) {
    if (panel.open === isOpen) return;
    showDialog(panel, isOpen);
    // Not the button that closes it.
    if (isOpen) panel.focus();
  } else if (panel?.popover && panel.isConnected) panel.togglePopover?.(isOpen);
}

/** A browser takes what is moved out of the top layer, and a dialog is then open as one that is none. */
function layAgain(prompt: Element, panel: HTMLElement): void {
  if (!matches(panel, ':modal')) panel.removeAttribute('open');
  showPanel(prompt, true);
}

function findPanel({ shadowRoot }: Element): HTMLElement | undefined {
  return shadowRoot?.querySelector<HTMLElement>('[part=panel]') ?? undefined;
}

interface Opening {
  /** Ends it. */
  signal: AbortSignal;
  /** Read out where the focus stays outside. */
  announcement: string;
  /** For a click beside it. */
  leave(): void;
  /** When what it is about is gone. */
  close(): void;
}

/** Follows what the page and the visitor do while it is open. Resolves once it stands where it should. */
export async function keepInPlace(
  prompt: PromptLike,
  scene: Scene,
  { signal, announcement, leave, close }: Opening,
): Promise<void> {
  const { look, follow } = scene;
  if (look !== 'modal') announce(prompt, announcement, signal);
  const panel = findPanel(prompt);
  if (!panel) return;
  keepThroughMoves(prompt, panel, () => layAgain(prompt, panel), signal);
  if (look === 'inline') return;
  clean(panel, scene);
  const stop = await follow?.(panel, close);
  if (stop) signal.addEventListener('abort', stop);
  if (signal.aborted) stop?.();
  if (look === 'modal' || look === 'popover') onClickOutside(panel, leave, signal);
  if (look !== 'modal') keepClear(prompt, panel, () => listPlaces(scene, panel), signal);
  followKeyboard(panel, signal);
  PHONE?.addEventListener('change', () => prompt.requestUpdate(), { signal });
}

/** Takes back what the last opening has left. */
function clean(panel: HTMLElement, scene: Scene): void {
  for (const name of ['style', 'data-afar']) panel.removeAttribute(name);
  panel.querySelector(':scope > [part=arrow]')?.remove();
  panel.dataset['place'] = listPlaces(scene)[0] ?? '';
}

/** Assistive technology announces only what changes in a region that it knows already. */
function announce(prompt: Element, text: string, signal: AbortSignal): void {
  const region = prompt.shadowRoot?.querySelector('[role=status]');
  const tell = (strings: string): void => region?.replaceChildren(strings);
  // Whoever is inside by then has heard the name of the dialog.
  const timer = setTimeout(() => holdsFocus(prompt) || tell(text), ANNOUNCE_DELAY_MS);
  prompt.addEventListener('heed-moved', () => tell(''), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    tell('');
  });
}
