import type { Answer } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { announce, renderMessage } from '../../shared/form/field-error.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { icon } from '../../shared/rendering/icons.ts';
import { LazyPart } from '../../shared/loading/lazy-part.ts';
import { lazyImport } from '../../shared/loading/lazy-import.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { AttachmentStrings } from '../../locales/strings.ts';
import { attachmentStyles } from './attachment.styles.ts';
import { attachmentEnglish } from '../../locales/en/attachment.ts';
import type { Change, Limits } from './attached/attached.ts';
import { formatSize, parseSize } from './size.ts';

const MOST_FILES = 5;
const MOST_SIZE = '10MB';
const loadAttached = lazyImport(() => import('./attached/attached.ts'));
const PATHS = {
  clip: 'm20 11.5-8.2 8.2a5 5 0 0 1-7-7l8.5-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.6 8.5a1.7 1.7 0 0 1-2.3-2.3l7.8-7.9',
  camera:
    'M4 8h3l1.6-2.5h6.8L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1M15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0',
};

/**
 * Asks for photos and files: by picker or camera, by paste, or dropped on it.
 *
 * ```html
 * <heed-attachment survey="damage" endpoint="/uploads" accept="image/*,.pdf" shrink="2000"></heed-attachment>
 * ```
 *
 * @tag heed-attachment
 * @event {Event} input - The visitor added or removed files.
 * @event {Event} change - The visitor added or removed files.
 * @csspart field - The question with everything below.
 * @csspart hint - Help under the question.
 * @csspart zone - Where files can be dropped, with the buttons; also `zone-target` while files are dragged over it.
 * @csspart choose - The button that opens the picker.
 * @csspart camera - The button that opens the camera, on devices that are used with a finger.
 * @csspart or-drop - The words after the buttons, on devices that have a mouse.
 * @csspart limits - How many files, and how large.
 * @csspart drop - The words over everything while files are dragged over it.
 * @csspart files - The list of files.
 * @csspart file - One of them, with `preview`, `icon`, `file-name`, `file-size` and `remove`.
 * @csspart error - What is missing or wrong.
 */
export class HeedAttachment extends HeedElement<keyof AttachmentStrings> {
  static override styles = [tokens('attachment'), HeedElement.styles, attachmentStyles];
  static override properties: PropertyDeclarations = {
    accept: {},
    maxFiles: { attribute: 'max-files', type: Number },
    maxSize: { attribute: 'max-size' },
    maxTotal: { attribute: 'max-total' },
    shrink: { type: Number },
    hint: {},
  };

  /** Which files are welcome, as in HTML: `image/*,.pdf`. Absent: all. */
  declare accept: string | null | undefined;
  /** The most files. 5 when absent. */
  declare maxFiles: number | null | undefined;
  /** The most one file may have, with its unit: `500KB`, `2.5MB`. 10 MB when absent. */
  declare maxSize: string | null | undefined;
  /** The most all files together may have, with its unit. Absent: any. */
  declare maxTotal: string | null | undefined;
  /** Photos are made smaller on the device: their longest side in pixels. Absent: they stay as they are. */
  declare shrink: number | null | undefined;
  /** Help under the question. Absent: none. */
  declare hint: string | null | undefined;

  protected override readonly localizer = new Localizer<keyof typeof attachmentEnglish>(
    this,
    attachmentEnglish,
  );
  /** The list of files. */
  readonly #attached = new LazyPart(this, loadAttached, ({ Attached }) => {
    const attached = new Attached(this, this.localizer, () => this.#limits, this.#onChanged);
    attached.set(this.#early);
    return attached;
  });
  /** What was set or restored before. */
  #early: readonly File[] = [];
  /** What was chosen before. */
  #arriving: readonly File[] = [];
  /** Chosen, and could not be looked at: words that say so. */
  #failure = '';
  /** Children that files are dragged over: the pointer enters one before it leaves another. */
  #dragged = 0;

  constructor() {
    super();
    this.addEventListener('paste', this.#onPaste);
  }

  /** The files that are there; those being prepared follow. Set it to take others, unchecked and without an event. */
  get files(): readonly File[] {
    this.syncInputs();
    return this.#attached.value?.files ?? this.#early;
  }
  set files(files: readonly File[]) {
    this.#set(files);
  }

  /** The names of the files; null when there are none. To set it to null or an empty text takes all files away, as in HTML. */
  get value(): readonly string[] | null {
    const { files } = this;
    return files.length > 0 ? files.map(({ name }) => name) : null;
  }
  set value(value: readonly string[] | string | null) {
    if (!value?.length) this.#set([]);
  }

  override focus(options?: FocusOptions): void {
    this.find('button:not(:disabled)')?.focus(options);
  }

  /** Browsers keep some files over a navigation; one that has lost its content is none. */
  formStateRestoreCallback(state: FormData | File | string | null): void {
    const kept = state instanceof FormData ? [...state.values()] : [state];
    this.#set(kept.filter((each): each is File => each instanceof File && each.size > 0));
  }

  protected override clear(): void {
    this.#set([]);
  }

  protected override get formValue(): [FormData | null] {
    const { files, name } = this;
    if (!name || files.length === 0) return [null];
    const data = new FormData();
    for (const file of files) data.append(name, file);
    return [data];
  }

  override get answers(): Answer[] {
    const question = this.askedOr(this.#defaults);
    return [{ name: this.name || 'attachment', kind: 'attachment', value: this.value, question }];
  }

  override get attachedFiles(): readonly File[] {
    return this.files;
  }

  protected override findValidityError(): ValidityError | undefined {
    const validityError = this.#findValidityError();
    return validityError && { ...validityError, anchor: this.find('#choose') };
  }

  /** Files that a field was given without an event. */
  protected override readInputs(): void {
    for (const field of this.renderRoot.querySelectorAll('input')) this.#pick(field);
  }

  /** What is being prepared still comes along. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.syncInputs();
    if (this.#arriving.length > 0) await this.pendingParts;
    if (this.#attached.value?.isPreparing) await this.#attached.value.prepared;
    await super.onSubmit(event);
  }

  protected override willUpdate(): void {
    const { maxFiles, maxSize, maxTotal, shrink } = this;
    const counts = [maxFiles, shrink].map((count) => count ?? 1);
    const sizes = [maxSize, maxTotal].map((size) => parseSize(size ?? MOST_SIZE));
    if (counts.every((count) => count >= 1) && sizes.every((size) => size > 0)) return;
    warnOnce(
      this,
      'HEED_MAX',
      `max-files and shrink must be numbers from 1, max-size and max-total sizes such as "5MB". ` +
        `Got ${maxFiles}, ${shrink}, ${maxSize}, ${maxTotal}`,
    );
  }

  protected override updated(): void {
    super.updated();
    // Soon enough for a visitor who is offline when a file is chosen.
    void this.#attached.load();
  }

  protected override renderContent(): unknown {
    return [this.#renderField(), this.renderSend()];
  }

  #renderField(): TemplateResult {
    const problems = this.#attached.value?.problems ?? [];
    const errors = [...problems, this.#failure, this.errorText].filter(Boolean);
    return html`<div
      part="field"
      role="group"
      aria-labelledby="question"
      aria-describedby="hint"
      @dragenter=${this.#onDrag}
      @dragover=${this.#onDrag}
      @dragleave=${this.#onDrag}
      @drop=${this.#onDrop}
    >
      <p part="question" id="question">
        <slot name="question">${this.questionOr(this.#defaults)}</slot>
        ${this.renderOptional()}
      </p>
      ${this.hint ? html`<small part="hint" id="hint">${this.hint}</small>` : nothing}
      ${this.readonly ? nothing : this.#renderZone()} ${this.#attached.value?.render()}
      <div id="error">
        ${announce(
          errors.map((message, index) => renderMessage(`error-${index}`, message)),
          this.attempt,
        )}
      </div>
    </div>`;
  }

  #renderZone(): TemplateResult {
    const size = this.#formatSize(this.#limits.mostBytes);
    const limits = [this.t('atMostFiles', {}, this.#limits.most), this.t('atMostSize', { size })];
    return html`<div part="zone ${this.#dragged ? 'zone-target' : ''}">
      ${this.#renderPicker('choose', 'clip', this.t('chooseFiles'), this.accept ?? '')}
      ${this.#takesPhotos ? this.#renderPicker('camera', 'camera', this.t('takePhoto'), 'image/*') : nothing}
      <span part="or-drop">${this.t('orDrop')}</span>
      <small part="limits" id="limits">${limits.join(' · ')}</small>
      <span part="drop" aria-hidden="true" ?hidden=${!this.#dragged}>${this.t('dropHere')}</span>
    </div>`;
  }

  /** A button with a native field behind it, which would say that no file is chosen although some are. */
  #renderPicker(part: 'choose' | 'camera', path: 'clip' | 'camera', label: string, accept: string): unknown {
    return html`<button
        part=${part}
        id=${part}
        type="button"
        aria-describedby="limits error"
        ?disabled=${this.isLocked}
        @click=${this.#onOpen}
      >
        ${icon(PATHS[path])}${label}
      </button>
      <input
        type="file"
        hidden
        accept=${accept}
        capture=${part === 'camera' ? 'environment' : nothing}
        ?multiple=${part === 'choose' && this.#limits.most > 1}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${({ currentTarget }: Event) => this.#pick(currentTarget as HTMLInputElement)}
      />`;
  }

  get #defaults(): string {
    return this.t('attachmentQuestion');
  }

  get #limits(): Limits {
    const { accept, maxFiles, maxSize, maxTotal, shrink, readonly } = this;
    return {
      accept: accept ?? '',
      most: Math.floor(atLeastOne(maxFiles) ?? MOST_FILES),
      mostBytes: parseSize(maxSize ?? '') || parseSize(MOST_SIZE),
      mostBytesTogether: parseSize(maxTotal ?? '') || Infinity,
      shrinkPx: atLeastOne(shrink) ?? 0,
      formatSize: this.#formatSize,
      isLocked: this.isLocked,
      isReadonly: readonly,
    };
  }

  get #takesPhotos(): boolean {
    return !this.accept || /image\/|\.(jpe?g|heic)/i.test(this.accept);
  }

  get #isClosed(): boolean {
    return this.isLocked || this.readonly || this.isDone;
  }

  #formatSize = (bytes: number): string => formatSize(bytes, this.localizer.language);

  #findValidityError(): ValidityError | undefined {
    // Sent now, it would be missing without a word.
    const name = this.#arriving[0]?.name;
    if (name) return { flag: 'customError', message: this.t('preparing', { name }) };
    const validityError = this.#attached.value?.findValidityError();
    if (validityError || !this.isNeeded || this.files.length > 0) return validityError;
    return { flag: 'valueMissing', message: this.t('attachmentMissing') };
  }

  #set(files: readonly File[]): void {
    this.#early = files;
    this.#arriving = [];
    this.#failure = '';
    this.#attached.value?.set(files);
    this.#onChanged('value');
  }

  #add(files: readonly File[]): void {
    if (this.#isClosed || files.length === 0) return;
    const attached = this.#attached.value;
    if (attached) attached.add(files);
    else {
      this.#failure = '';
      this.#arriving = [...this.#arriving, ...files];
      this.#onChanged('value');
      void this.#addArriving();
    }
  }

  async #addArriving(): Promise<void> {
    const attached = await this.#attached.load(true);
    const arriving = this.#arriving;
    const [first] = arriving;
    this.#arriving = [];
    if (attached) attached.add(arriving);
    else if (first) {
      this.#failure = this.t('fileUnreadable', { name: first.name });
      this.#onChanged('value');
    }
  }

  #onChanged = (change: Change): void => {
    if (change !== 'look') this.updateForm();
    this.requestUpdate();
    if (change !== 'act') return;
    this.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    this.onChange();
  };

  #onOpen = ({ currentTarget }: Event): void => {
    if (!this.#attached.value?.isFull())
      ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  };

  #pick(field: HTMLInputElement): void {
    const files = [...(field.files ?? [])];
    // So that the same file can be chosen again after it was removed.
    field.value = '';
    this.#add(files);
  }

  /** Only what is pasted while the focus is here; words are left to the page. */
  #onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || this.#isClosed) return;
    event.preventDefault();
    this.#add(files);
  };

  #onDrag = (event: DragEvent): void => {
    const { dataTransfer, type } = event;
    if (!dataTransfer?.types.includes('Files')) return;
    // Also where nothing can be added: a browser would leave the page and show the file.
    event.preventDefault();
    dataTransfer.dropEffect = this.#isClosed ? 'none' : 'copy';
    if (this.#isClosed || type === 'dragover') return;
    this.#dragged = Math.max(0, this.#dragged + (type === 'dragenter' ? 1 : -1));
    this.requestUpdate();
  };

  #onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#dragged = 0;
    this.requestUpdate();
    this.#add([...event.dataTransfer.files]);
  };
}

function atLeastOne(count: number | null | undefined): number | undefined {
  return count && count >= 1 ? count : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-attachment': HeedAttachment;
  }
}
