import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { announce } from '../form/field-error.ts';
import type { Localizer } from '../localization/localizer.ts';
import type { DraftStrings } from '../../locales/strings.ts';

/** Deletes the input. Returns a function that brings it back. */
export type StartOver = () => () => void;

/**
 * The notice of a restored draft. It offers to start over, and then to undo that until the user enters something new.
 * Both offers are the same button, so that the focus stays where it is.
 */
export class Notice {
  readonly #host: LitElement;
  readonly #strings: Pick<Localizer<keyof DraftStrings>, 't'>;
  readonly #startOver: StartOver;
  /** The number of files that the draft had; `undefined` while no draft is restored. */
  #files: number | undefined;
  #isDeleted = false;
  /** From then on, the live region announces the notice. */
  #wasPressed = false;
  #undo: (() => void) | undefined;

  constructor(host: LitElement, strings: Pick<Localizer<keyof DraftStrings>, 't'>, startOver: StartOver) {
    this.#host = host;
    this.#strings = strings;
    this.#startOver = startOver;
  }

  /** The form shows the input of a draft. */
  get isRestored(): boolean {
    return this.#files !== undefined && !this.#isDeleted;
  }

  /** @param files the number of files that the draft had */
  show(files: number): void {
    this.#files = files;
    this.#isDeleted = false;
    this.#undo = undefined;
    this.#host.requestUpdate();
  }

  hide(): void {
    this.#files = undefined;
  }

  /** New input takes the place of the deleted one. The notice stays, because the form must not move during input. */
  keepDeleted(): void {
    this.#undo = undefined;
  }

  render(isLocked: boolean): TemplateResult {
    return announce(this.#files === undefined ? nothing : this.#renderText(isLocked));
  }

  #renderText(isLocked: boolean): TemplateResult {
    const isFinal = this.#isDeleted && !this.#undo;
    const files = this.#files ? this.#strings.t('filesNotKept') : nothing;
    const text = this.#isDeleted
      ? this.#strings.t('entriesDeleted')
      : html`${this.#strings.t('draftRestored')} ${files}`;
    return html`<div part="notice">
      <span id="notice">${text}</span>
      ${isFinal ? nothing : this.#renderButton(isLocked)}
    </div>`;
  }

  #renderButton(isLocked: boolean): TemplateResult {
    return html`<button
      part=${this.#isDeleted ? 'undo' : 'start-over'}
      type="button"
      aria-describedby=${this.#wasPressed ? nothing : 'notice'}
      ?disabled=${isLocked}
      @click=${this.#onPress}
    >
      ${this.#strings.t(this.#isDeleted ? 'undo' : 'startOver')}
    </button>`;
  }

  #onPress = (event: MouseEvent): void => {
    // The second click of a double click must not take back the first.
    if (event.detail > 1) return;
    const files = this.#files ?? 0;
    const undo = this.#undo;
    if (undo) undo();
    const takeBack = undo ? undefined : this.#startOver();
    this.show(files);
    this.#wasPressed = true;
    this.#isDeleted = !undo;
    this.#undo = takeBack;
  };
}
