import type { Answer } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { announce, renderMessage } from '../../shared/form/field-error.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { icon } from '../../shared/rendering/icons.ts';
import { later } from '../../shared/loading/later.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { AttachmentStrings } from '../../locales/strings.ts';
import { attachmentStyles } from './attachment.styles.ts';
import { attachmentEnglish } from '../../locales/en/attachment.ts';
import type { AttachedFiles, Change, Limits } from './files/attached-files.ts';
import { formatSize, parseSize } from './file-size.ts';

const DEFAULT_MAX_FILES = 5;
const DEFAULT_MAX_SIZE = '10MB';
const loadAttachedFiles = later(() => import('./files/attached-files.ts'));
const PATHS = {
  clip: 'm20 11.5-8.2 8.2a5 5 0 0 1-7-7l8.5-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.6 8.5a1.7 1.7 0 0 1-2.3-2.3l7.8-7.9',
  camera:
    'M4 8h3l1.6-2.5h6.8L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1M15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0',
};

/**
 * Asks for photos and files: from a file picker or the camera, pasted, or dropped.
 *
 * ```html
 * <heed-attachment survey="damage" endpoint="/uploads" accept="image/*,.pdf" shrink="2000"></heed-attachment>
 * ```
 *
 * @tag heed-attachment
 * @event {Event} input - The user added or removed files.
 * @event {Event} change - The user added or removed files.
 * @csspart field - The question and everything below it.
 * @csspart hint - The help text below the question.
 * @csspart zone - The drop zone, which contains the buttons. Also `zone-target` while files are dragged over it.
 * @csspart choose - The button that opens the file picker.
 * @csspart camera - The button that opens the camera, on touch devices.
 * @csspart or-drop - The text after the buttons, on devices with a mouse.
 * @csspart limits - The maximum number and size of files.
 * @csspart drop - The overlay while files are dragged over the zone.
 * @csspart files - The list of files.
 * @csspart file - A file, which contains `preview` or `icon`, `file-name`, `file-size` and `remove`.
 * @csspart error - A validation message.
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

  /** The accepted file types, as in HTML: `image/*,.pdf`. Defaults to all types. */
  declare accept: string | null | undefined;
  /** The maximum number of files. Defaults to 5. */
  declare maxFiles: number | null | undefined;
  /** The maximum size of a file, with its unit: `500KB`, `2.5MB`. Defaults to 10 MB. */
  declare maxSize: string | null | undefined;
  /** The maximum size of all files together, with its unit. Unlimited by default. */
  declare maxTotal: string | null | undefined;
  /** Shrinks photos on the device: the maximum length of their longest side in pixels. By default, photos are not changed. */
  declare shrink: number | null | undefined;
  /** Help text below the question. */
  declare hint: string | null | undefined;

  protected override readonly localizer = new Localizer<keyof typeof attachmentEnglish>(
    this,
    attachmentEnglish,
  );
  /** `undefined` until its module is loaded. */
  #attached: AttachedFiles | undefined;
  #loading: Promise<void> | undefined;
  /** Files that were set or restored before the module was loaded. */
  #initialFiles: readonly File[] = [];
  /** Files that the user chose before the module was loaded. */
  #pendingFiles: readonly File[] = [];
  /** The message if the module could not be loaded when the user chose files. */
  #failure = '';
  /** Counts entered elements: the pointer enters an element before it leaves the previous one. */
  #dragDepth = 0;

  constructor() {
    super();
    this.addEventListener('paste', this.#onPaste);
  }

  /** The attached files, without files that are still being prepared. Setting it skips all checks and fires no event. */
  get files(): readonly File[] {
    this.sync();
    return this.#attached?.files ?? this.#initialFiles;
  }
  set files(files: readonly File[]) {
    this.#set(files);
  }

  /** The file names; `null` without files. Set it to `null` or an empty string to remove all files, as in HTML. */
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

  /** Browsers restore some files after a navigation. A file without content is ignored. */
  formStateRestoreCallback(state: FormData | File | string | null): void {
    const restored = state instanceof FormData ? [...state.values()] : [state];
    this.#set(restored.filter((each): each is File => each instanceof File && each.size > 0));
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
    const question = this.askedOr(this.#defaultQuestion);
    return [{ name: this.name || 'attachment', kind: 'attachment', value: this.value, question }];
  }

  override get attachedFiles(): readonly File[] {
    return this.files;
  }

  protected override findValidityError(): ValidityError | undefined {
    const validityError = this.#findValidityError();
    return validityError && { ...validityError, anchor: this.find('#choose') };
  }

  /** Reads files that a script set on an input without an event. */
  protected override readInputs(): void {
    for (const field of this.renderRoot.querySelectorAll('input')) this.#pick(field);
  }

  /** Waits for files that are being prepared. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.sync();
    if (this.#pendingFiles.length > 0) await this.#loading;
    if (this.#attached?.isPreparing) await this.#attached.prepared;
    await super.onSubmit(event);
  }

  protected override willUpdate(): void {
    const { maxFiles, maxSize, maxTotal, shrink } = this;
    const counts = [maxFiles, shrink].map((count) => count ?? 1);
    const sizes = [maxSize, maxTotal].map((size) => parseSize(size ?? DEFAULT_MAX_SIZE));
    if (counts.every((count) => count >= 1) && sizes.every((size) => size > 0)) return;
    warnOnce(
      this,
      'HEED_MAX',
      `max-files and shrink must be 1 or more, max-size and max-total like "5MB", ` +
        `got ${maxFiles}, ${shrink}, ${maxSize}, ${maxTotal}`,
    );
  }

  protected override updated(): void {
    super.updated();
    // Before the user chooses a file, when the network may be gone.
    if (!this.#attached) this.#loading = this.#load();
  }

  protected override renderContent(): unknown {
    return [this.#renderField(), this.renderSend()];
  }

  #renderField(): TemplateResult {
    const problems = this.#attached?.problems ?? [];
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
        <slot name="question">${this.questionOr(this.#defaultQuestion)}</slot>
        ${this.renderOptional()}
      </p>
      ${this.hint ? html`<small part="hint" id="hint">${this.hint}</small>` : nothing}
      ${this.readonly ? nothing : this.#renderZone()} ${this.#attached?.render()}
      <div id="error">
        ${announce(
          errors.map((message, index) => renderMessage(`error-${index}`, message)),
          this.attempt,
        )}
      </div>
    </div>`;
  }

  #renderZone(): TemplateResult {
    const size = this.#formatSize(this.#limits.maxBytes);
    const limits = [this.t('atMostFiles', {}, this.#limits.maxFiles), this.t('atMostSize', { size })];
    return html`<div part="zone ${this.#dragDepth ? 'zone-target' : ''}">
      ${this.#renderPicker('choose', 'clip', this.t('chooseFiles'), this.accept ?? '')}
      ${this.#takesPhotos ? this.#renderPicker('camera', 'camera', this.t('takePhoto'), 'image/*') : nothing}
      <span part="or-drop">${this.t('orDrop')}</span>
      <small part="limits" id="limits">${limits.join(' · ')}</small>
      <span part="drop" aria-hidden="true" ?hidden=${!this.#dragDepth}>${this.t('dropHere')}</span>
    </div>`;
  }

  /** A button in place of the native input, which would announce that no file is chosen. */
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
        ?multiple=${part === 'choose' && this.#limits.maxFiles > 1}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${({ currentTarget }: Event) => this.#pick(currentTarget as HTMLInputElement)}
      />`;
  }

  get #defaultQuestion(): string {
    return this.t('attachmentQuestion');
  }

  get #limits(): Limits {
    const { accept, maxFiles, maxSize, maxTotal, shrink, readonly } = this;
    return {
      accept: accept ?? '',
      maxFiles: Math.floor(atLeastOne(maxFiles) ?? DEFAULT_MAX_FILES),
      maxBytes: parseSize(maxSize ?? '') || parseSize(DEFAULT_MAX_SIZE),
      maxTotalBytes: parseSize(maxTotal ?? '') || Infinity,
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
    // A file that is not prepared yet would be missing from the record.
    const name = this.#pendingFiles[0]?.name;
    if (name) return { flag: 'customError', message: this.t('preparing', { name }) };
    const validityError = this.#attached?.findValidityError();
    if (validityError || !this.isNeeded || this.files.length > 0) return validityError;
    return { flag: 'valueMissing', message: this.t('attachmentMissing') };
  }

  #set(files: readonly File[]): void {
    this.#initialFiles = files;
    this.#pendingFiles = [];
    this.#failure = '';
    this.#attached?.set(files);
    this.#onChanged('value');
  }

  async #load(isUrgent?: boolean): Promise<void> {
    const module = await loadAttachedFiles(isUrgent);
    if (this.#attached) return;
    const pending = this.#pendingFiles;
    const [first] = pending;
    this.#pendingFiles = [];
    if (module) {
      this.#attached = new module.AttachedFiles(this, this.localizer, () => this.#limits, this.#onChanged);
      this.#attached.set(this.#initialFiles);
      this.#attached.add(pending);
    } else if (first) {
      this.#failure = this.t('fileUnreadable', { name: first.name });
      this.#onChanged('value');
    }
  }

  #add(files: readonly File[]): void {
    if (this.#isClosed || files.length === 0) return;
    if (this.#attached) this.#attached.add(files);
    else {
      this.#failure = '';
      this.#pendingFiles = [...this.#pendingFiles, ...files];
      this.#onChanged('value');
      this.#loading = this.#load(true);
    }
  }

  #onChanged = (change: Change): void => {
    if (change !== 'rendering') this.updateForm();
    this.requestUpdate();
    if (change !== 'user-action') return;
    this.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    this.onChange();
  };

  #onOpen = ({ currentTarget }: Event): void => {
    if (!this.#attached?.isFull())
      ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  };

  #pick(field: HTMLInputElement): void {
    const files = [...(field.files ?? [])];
    // Otherwise, choosing the same file again would fire no event.
    field.value = '';
    this.#add(files);
  }

  /** Adds files that are pasted while the element has the focus. Pasted text is left to the page. */
  #onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || this.#isClosed) return;
    event.preventDefault();
    this.#add(files);
  };

  #onDrag = (event: DragEvent): void => {
    const { dataTransfer, type } = event;
    if (!dataTransfer?.types.includes('Files')) return;
    // Also if the element is locked: otherwise, the browser would navigate to the file.
    event.preventDefault();
    dataTransfer.dropEffect = this.#isClosed ? 'none' : 'copy';
    if (this.#isClosed || type === 'dragover') return;
    this.#dragDepth = Math.max(0, this.#dragDepth + (type === 'dragenter' ? 1 : -1));
    this.requestUpdate();
  };

  #onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#dragDepth = 0;
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
