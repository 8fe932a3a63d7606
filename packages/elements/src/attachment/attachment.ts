import type { Answer } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { renderError } from '../internal/field-error.ts';
import { HeedElement, type Flaw } from '../internal/heed-element.ts';
import { icon } from '../internal/icons.ts';
import { fieldStyles } from '../internal/styles/field.styles.ts';
import { tokens } from '../internal/styles/tokens.ts';
import { warnOnce } from '../internal/warn.ts';
import { Localizer } from '../internal/words.ts';
import type { AttachmentWords } from '../locales/words.ts';
import { attachmentStyles } from './attachment.styles.ts';
import { attachmentEnglish } from './attachment.words.ts';
import type { Rules } from './intake/intake.ts';
import { formatSize, parseSize } from './size.ts';

const MOST_FILES = 5;
const MOST_SIZE = '10MB';
/** What a photo may have before it is made smaller: no camera makes more, and a browser can still read it. */
const PHOTO_BYTES = 64e6;
/** More are not read by anybody. */
const MOST_PROBLEMS = 8;

const PATHS = {
  clip: 'm20 11.5-8.2 8.2a5 5 0 0 1-7-7l8.5-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.6 8.5a1.7 1.7 0 0 1-2.3-2.3l7.8-7.9',
  camera:
    'M4 8h3l1.6-2.5h6.8L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1M15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0',
  file: 'M13 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8zM13 3v5h5',
  remove: 'M6 6l12 12M18 6 6 18',
};

/** A file in the list: as long as it has none, it is being prepared. */
interface Entry {
  name: string;
  file?: File;
  preview?: HTMLCanvasElement | undefined;
}

/**
 * Asks for photos and files: by picker or camera, by paste, or dropped on it.
 *
 * ```html
 * <heed-attachment survey="damage" endpoint="/feedback" accept="image/*,.pdf" shrink="2000"></heed-attachment>
 * ```
 *
 * @tag heed-attachment
 * @slot question - The question, when it needs more than plain text.
 * @event {HeedSubmitEvent} heed-submit - The visitor sends the answer; `detail` is the record, `files` are the files. Cancelable.
 * @event {CustomEvent<OutcomeDetail>} heed-sent - The endpoint confirmed the answer.
 * @event {CustomEvent<OutcomeDetail>} heed-stored - The answer is kept and will be sent when that is possible.
 * @event {CustomEvent<OutcomeDetail>} heed-refused - The endpoint will never take the answer; it is still shown.
 * @event {Event} input - The visitor added or removed files.
 * @event {Event} change - The visitor added or removed files.
 * @csspart base - Everything; a card when the element stands alone.
 * @csspart field - The question with everything below.
 * @csspart question - The question.
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
 * @csspart submit - The button that sends.
 * @csspart status - What became of the answer, with `icon`, `status-title` and `status-text`.
 * @cssprop [--heed-color-accent=#3b4fd8] - The one colour of the team; the rest is derived so that contrast holds.
 * @cssprop [--heed-color-surface=light-dark(#fff, #1b1e29)] - Behind everything.
 * @cssprop [--heed-color-text=light-dark(#14161f, #eef0f6)] - Text.
 * @cssprop [--heed-color-text-quiet=light-dark(#555a6b, #a6acbd)] - Help, limits and sizes.
 * @cssprop [--heed-color-outline=light-dark(#868c9e, #7b8195)] - Outline of zone and buttons.
 * @cssprop [--heed-radius=8px] - Corners of zone, buttons and files; those of the card follow.
 * @cssprop [--heed-space=16px] - Between the parts; the padding of the card follows.
 * @cssprop [--heed-shadow=none] - Shadow of the card.
 * @cssstate sending - The answer is on its way.
 * @cssstate sent - The endpoint confirmed the answer.
 * @cssstate stored - The answer is kept, not yet confirmed.
 * @cssstate refused - The endpoint refused the answer.
 */
export class HeedAttachment extends HeedElement<keyof AttachmentWords> {
  static override styles = [tokens('attachment'), HeedElement.styles, fieldStyles, attachmentStyles];
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
  #entries: Entry[] = [];
  #problems: string[] = [];
  #announcement = '';
  /** Children of the zone that files are dragged over: the pointer enters one before it leaves another. */
  #dragged = 0;
  #prepared = Promise.resolve();
  #intake: Promise<typeof import('./intake/intake.ts')> | undefined;

  constructor() {
    super();
    this.addEventListener('paste', this.#onPaste);
  }

  /** The files that are there; those being prepared follow. Set it to take others, unchecked and without an event. */
  override get files(): readonly File[] {
    return this.#entries.flatMap(({ file }) => file ?? []);
  }
  override set files(files: readonly File[]) {
    this.#show(files);
  }

  /** Their names; null when there are none. To set it to null or an empty text takes all files away, as in HTML. */
  get value(): readonly string[] | null {
    const { files } = this;
    return files.length > 0 ? files.map(({ name }) => name) : null;
  }
  set value(value: readonly string[] | string | null) {
    if (!value?.length) this.#show([]);
  }

  override focus(options?: FocusOptions): void {
    this.#find('button:not(:disabled)')?.focus(options);
  }

  /** Browsers keep some files over a navigation; one that has lost its content is none. */
  formStateRestoreCallback(state: FormData | File | string | null): void {
    const kept = state instanceof FormData ? Array.from(state.values()) : [state];
    this.#show(kept.filter((each): each is File => each instanceof File && each.size > 0));
  }

  protected override clear(): void {
    this.#entries = [];
    this.#problems = [];
    this.#announcement = '';
  }

  protected override get formValue(): [FormData | null] {
    const { files, name } = this;
    if (!name || files.length === 0) return [null];
    const data = new FormData();
    for (const file of files) data.append(name, file);
    return [data];
  }

  protected override get answers(): Answer[] {
    const question = this.askedOr(this.#usual);
    return [{ name: this.name || 'attachment', kind: 'attachment', value: this.value, question }];
  }

  protected override findFlaw(): Flaw | undefined {
    const flaw = this.#findFlaw();
    return flaw && { ...flaw, anchor: this.#find('#choose') ?? undefined };
  }

  /** What is being prepared still comes along. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.#prepared;
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

  protected override firstUpdated(): void {
    super.firstUpdated();
    // Soon enough for a visitor who is offline when a file is chosen.
    void this.#loadIntake();
  }

  protected override render(): TemplateResult {
    return html`<form part="base" class=${this.standsAlone ? 'card' : ''} novalidate @submit=${this.onSubmit}>
      ${this.isDone ? nothing : [this.#renderField(), this.#renderSend()]} ${this.renderStatus()}
    </form>`;
  }

  #renderField(): TemplateResult {
    const errors = [...this.#problems, this.errorText].filter(Boolean);
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
        <slot name="question">${this.questionOr(this.#usual)}</slot>
        ${this.#isNeeded ? nothing : html`<small>${this.say('optional')}</small>`}
      </p>
      ${this.hint ? html`<small part="hint" id="hint">${this.hint}</small>` : nothing}
      ${this.readonly ? nothing : this.#renderZone()}
      <ul part="files" role="list" ?hidden=${this.#entries.length === 0}>
        ${this.#entries.map((entry) => this.#renderEntry(entry))}
      </ul>
      <div id="error" aria-live="polite">
        ${errors.map((message, index) => renderError(`error-${index}`, message))}
      </div>
      <div class="announcement" aria-live="polite">${this.#announcement}</div>
    </div>`;
  }

  #renderZone(): TemplateResult {
    const size = this.#formatSize(this.#mostBytes);
    const limits = [this.say('atMostFiles', {}, this.#most), this.say('atMostSize', { size })];
    return html`<div part="zone ${this.#dragged ? 'zone-target' : ''}">
      ${this.#renderPicker('choose', 'clip', this.say('chooseFiles'), this.accept ?? '')}
      ${this.#takesPhotos ? this.#renderPicker('camera', 'camera', this.say('takePhoto'), 'image/*') : nothing}
      <span part="or-drop">${this.say('orDrop')}</span>
      <small part="limits" id="limits">${limits.join(' · ')}</small>
      <span part="drop" aria-hidden="true" ?hidden=${!this.#dragged}>${this.say('dropHere')}</span>
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
        ?multiple=${part === 'choose' && this.#most > 1}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${this.#onPick}
      />`;
  }

  #renderEntry(entry: Entry): TemplateResult {
    const { name, file, preview } = entry;
    const label = this.say('removeFile', { name });
    return html`<li part="file" aria-busy=${!file}>
      ${preview ?? icon(PATHS.file)}
      <span part="file-name" dir="auto">${file ? renderName(name) : this.say('preparing', { name })}</span>
      ${file ? html`<small part="file-size">${this.#formatSize(file.size)}</small>` : nothing}
      ${
        this.readonly
          ? nothing
          : html`<button
              part="remove"
              type="button"
              aria-label=${label}
              ?disabled=${this.isLocked}
              @click=${() => this.#remove(entry)}
            >
              ${icon(PATHS.remove)}
            </button>`
      }
    </li>`;
  }

  #renderSend(): unknown {
    return this.standsAlone ? this.renderSubmit(this.say('send')) : nothing;
  }

  get #usual(): string {
    return this.say('attachmentQuestion');
  }

  get #most(): number {
    const { maxFiles } = this;
    return maxFiles && maxFiles >= 1 ? Math.floor(maxFiles) : MOST_FILES;
  }

  get #mostBytes(): number {
    return parseSize(this.maxSize ?? '') || parseSize(MOST_SIZE);
  }

  get #mostBytesTogether(): number {
    return parseSize(this.maxTotal ?? '') || Infinity;
  }

  get #rules(): Rules {
    const shrinkPx = this.shrink && this.shrink >= 1 ? this.shrink : 0;
    return { accept: this.accept ?? '', shrinkPx, taken: this.value ?? [] };
  }

  get #takesPhotos(): boolean {
    return !this.accept || /image\/|\.(jpe?g|heic)/i.test(this.accept);
  }

  /** Alone, a file is what it is there for; in a form only where the page says so. */
  get #isNeeded(): boolean {
    return this.required || this.standsAlone;
  }

  get #isClosed(): boolean {
    return this.isLocked || this.readonly || this.isDone;
  }

  #find(selector: string): HTMLElement | null | undefined {
    return this.renderRoot?.querySelector<HTMLElement>(selector);
  }

  #formatSize(bytes: number): string {
    return formatSize(bytes, this.localizer.language);
  }

  #findFlaw(): Flaw | undefined {
    const waiting = this.#entries.find(({ file }) => !file);
    // Sent now, it would be missing without a word.
    if (waiting) return { flag: 'customError', message: this.say('preparing', { name: waiting.name }) };
    if (this.#entries.length > this.#most) return { flag: 'rangeOverflow', message: this.#tooMany };
    if (this.#isNeeded && this.#entries.length === 0)
      return { flag: 'valueMissing', message: this.say('attachmentMissing') };
    return undefined;
  }

  get #tooMany(): string {
    return this.say('tooManyFiles', {}, this.#most);
  }

  /** Takes files as they are. */
  #show(files: readonly File[]): void {
    this.clear();
    this.#entries = files.map((file) => ({ name: file.name, file }));
    this.updateForm();
    this.requestUpdate();
  }

  /** A load that failed is tried again with the next file. */
  async #loadIntake(): Promise<typeof import('./intake/intake.ts') | undefined> {
    try {
      return await (this.#intake ??= import('./intake/intake.ts'));
    } catch {
      return (this.#intake = undefined);
    }
  }

  /** What a visitor chose, pasted or dropped. One that is refused does not keep the others out. */
  #add(files: readonly File[]): void {
    if (this.#isClosed || files.length === 0) return;
    this.#problems = [];
    const fresh: [Entry, File][] = [];
    for (const file of files) {
      const problem = this.#entries.length < this.#most ? this.#findProblem(file) : this.#tooMany;
      if (problem) {
        this.#complain(problem);
        continue;
      }
      const entry = { name: file.name };
      fresh.push([entry, file]);
      this.#entries = [...this.#entries, entry];
    }
    this.#prepared = this.#prepared.then(() => this.#prepareAll(fresh));
    this.updateForm();
    this.requestUpdate();
  }

  /** What can be told without reading it. */
  #findProblem({ name, size, type }: File): string | undefined {
    const isPhoto = this.#rules.shrinkPx > 0 && type.startsWith('image/');
    const most = isPhoto ? Math.max(PHOTO_BYTES, this.#mostBytes) : this.#mostBytes;
    if (size === 0) return this.say('fileEmpty', { name });
    return size > most ? this.#tooLarge(name) : undefined;
  }

  #tooLarge(name: string): string {
    return this.say('fileTooLarge', { name, size: this.#formatSize(this.#mostBytes) });
  }

  /** One after the other, because a photo takes a lot of memory while it is looked at. */
  async #prepareAll(fresh: readonly [Entry, File][]): Promise<void> {
    const intake = await this.#loadIntake();
    const added: string[] = [];
    for (const [entry, chosen] of fresh) {
      const taken = intake ? await intake.takeIn(chosen, this.#rules) : { file: chosen };
      // Removed or reset meanwhile.
      if (!this.#entries.includes(entry)) continue;
      const problem =
        'problem' in taken ? this.say(taken.problem, taken.values) : this.#findExcess(taken.file);
      if (problem) this.#complain(problem);
      if (problem || 'problem' in taken) this.#entries = this.#entries.filter((each) => each !== entry);
      else added.push(Object.assign(entry, taken, { name: taken.file.name }).name);
      this.requestUpdate();
    }
    if (added.length > 0) this.#tellChange(added.map((name) => this.say('fileAdded', { name })).join(' '));
    else this.updateForm();
  }

  /** What can be told only once it has its size. */
  #findExcess({ name, size }: File): string | undefined {
    if (size > this.#mostBytes) return this.#tooLarge(name);
    const together = this.files.reduce((sum, file) => sum + file.size, size);
    const most = this.#mostBytesTogether;
    return together > most ? this.say('filesTooLarge', { size: this.#formatSize(most) }) : undefined;
  }

  #complain(problem: string): void {
    this.#problems = Array.from(new Set([...this.#problems, problem])).slice(0, MOST_PROBLEMS);
    this.requestUpdate();
  }

  /** The focus goes to what takes its place, so that a keyboard does not start at the top again. */
  async #remove(entry: Entry): Promise<void> {
    const index = this.#entries.indexOf(entry);
    this.#entries = this.#entries.filter((each) => each !== entry);
    this.#problems = [];
    this.#tellChange(this.say('fileRemoved', { name: entry.name }));
    await this.updateComplete;
    const buttons = Array.from(this.renderRoot.querySelectorAll<HTMLElement>('[part=remove]'));
    (buttons[index] ?? buttons.at(-1) ?? this.#find('#choose'))?.focus();
  }

  #tellChange(announcement: string): void {
    this.#announcement = announcement;
    this.updateForm();
    this.requestUpdate();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.onChange();
  }

  #onOpen = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    if (this.#entries.length < this.#most) (button.nextElementSibling as HTMLInputElement).click();
    else this.#complain(this.#tooMany);
  };

  #onPick = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    const files = Array.from(field.files ?? []);
    // So that the same file can be chosen again after it was removed.
    field.value = '';
    this.#add(files);
  };

  /** Only what is pasted while the focus is here; words are left to the page. */
  #onPaste = (event: ClipboardEvent): void => {
    const files = Array.from(event.clipboardData?.files ?? []);
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
    this.#add(Array.from(event.dataTransfer.files));
  };
}

/** A long name is cut in the middle: its end says what kind of file it is. */
function renderName(name: string): TemplateResult {
  const letters = Array.from(name);
  const tail = letters.length > 20 ? letters.slice(-10) : [];
  return html`<span>${letters.slice(0, letters.length - tail.length).join('')}</span
    ><span>${tail.join('')}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-attachment': HeedAttachment;
  }
}
