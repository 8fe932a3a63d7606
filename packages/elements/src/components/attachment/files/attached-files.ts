import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ValidityError } from '../../../shared/base/heed-element.ts';
import { icon } from '../../../shared/rendering/icons.ts';
import type { Localizer } from '../../../shared/localization/localizer.ts';
import type { AttachmentFilesStrings, AttachmentStrings, CommonStrings } from '../../../locales/strings.ts';
import { attachedFilesStyles } from './attached-files.styles.ts';
import { attachmentFilesEnglish } from '../../../locales/en/attachment-files.ts';
import { cleanName } from './file-name.ts';
import { drawPreview } from './image.ts';
import { inspectFile } from './inspect-file.ts';

/** The maximum size of a photo before it is shrunk: more than any camera produces, and a browser can still read it. */
const MAX_PHOTO_BYTES = 64e6;
/** Nobody reads a longer list. */
const MAX_PROBLEMS = 8;

const FILE = 'M13 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8zM13 3v5h5';
const REMOVE = 'M6 6l12 12M18 6 6 18';

/** The current limits and state of the element. */
export interface Limits {
  /** As in HTML; empty for every type. */
  accept: string;
  maxFiles: number;
  maxBytes: number;
  maxTotalBytes: number;
  /** The longest side of a photo; 0 to keep photos as they are. */
  shrinkPx: number;
  /** Returns a localised size with its unit. */
  formatSize(bytes: number): string;
  /** Files cannot be removed at the moment. */
  isLocked: boolean;
  /** There are no buttons to remove files. */
  isReadonly: boolean;
}

/** What has changed: the rendering, the form value, or the form value by an action of the user, which fires events. */
export type Change = 'rendering' | 'value' | 'user-action';

interface Attachment {
  name: string;
  /** Absent while the file is prepared. */
  file?: File;
  preview?: HTMLCanvasElement | undefined;
}

/**
 * The attached files of an element: checks, prepares, lists and announces them. A lazy module, which is loaded while the
 * user reads the question.
 */
export class AttachedFiles {
  /** The messages for the files that were rejected since the last action of the user. */
  problems: readonly string[] = [];
  /** Resolves when no file is being prepared. */
  prepared = Promise.resolve();
  #attachments: readonly Attachment[] = [];
  /** Chosen files that are still to be prepared: one at a time, because decoding a photo takes a lot of memory. */
  #queue: readonly File[] = [];
  #announcement = '';
  readonly #host: LitElement;
  readonly #strings: Localizer<keyof (AttachmentFilesStrings & AttachmentStrings & CommonStrings)>;
  readonly #limits: () => Limits;
  readonly #onChange: (change: Change) => void;

  constructor(
    host: LitElement,
    strings: Localizer<keyof (AttachmentStrings & CommonStrings)>,
    limits: () => Limits,
    onChange: (change: Change) => void,
  ) {
    this.#host = host;
    this.#strings = strings.extend(attachmentFilesEnglish);
    this.#limits = limits;
    this.#onChange = onChange;
    const { styleSheet } = attachedFilesStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  get files(): readonly File[] {
    return this.#attachments.flatMap(({ file }) => file ?? []);
  }

  /** A file is being prepared, or is waiting for it. */
  get isPreparing(): boolean {
    return this.#queue.length > 0 || this.#attachments.some(({ file }) => !file);
  }

  /** Replaces the files, without checks. */
  set(files: readonly File[]): void {
    this.#attachments = files.map((file) => ({ name: file.name, file }));
    this.#queue = [];
    this.problems = [];
    this.#announcement = '';
    for (const attachment of this.#attachments) void this.#draw(attachment);
    this.#onChange('value');
  }

  findValidityError(): ValidityError | undefined {
    const { maxFiles } = this.#limits();
    const name = this.#attachments.find(({ file }) => !file)?.name ?? this.#queue[0]?.name;
    if (name) return { flag: 'customError', message: this.#strings.t('preparing', { name }) };
    if (this.#attachments.length > maxFiles) return { flag: 'rangeOverflow', message: this.#tooMany };
    return undefined;
  }

  /** Returns whether the maximum number of files is reached, and then shows a message. */
  isFull(): boolean {
    const isFull = this.#attachments.length >= this.#limits().maxFiles;
    if (isFull) this.#addProblem(this.#tooMany);
    return isFull;
  }

  /** Adds files that the user chose, pasted or dropped. A rejected file does not affect the others. */
  add(files: readonly File[]): void {
    this.problems = [];
    this.#queue = [...this.#queue, ...files];
    this.prepared = this.prepared.then(() => this.#prepareAll());
    this.#onChange('value');
  }

  render(): TemplateResult {
    return html`<ul part="files" role="list" ?hidden=${this.#attachments.length === 0}>
        ${this.#attachments.map((attachment) => this.#renderAttachment(attachment))}
      </ul>
      <div class="announcement" aria-live="polite">${this.#announcement}</div>`;
  }

  #renderAttachment(attachment: Attachment): TemplateResult {
    const { name, file, preview } = attachment;
    return html`<li part="file" aria-busy=${!file}>
      ${preview ?? icon(FILE)}
      <span part="file-name" dir="auto"
        >${file ? renderName(name) : this.#strings.t('preparing', { name })}</span
      >
      ${file ? html`<small part="file-size">${this.#formatSize(file.size)}</small>` : nothing}
      ${this.#limits().isReadonly ? nothing : this.#renderRemove(attachment)}
    </li>`;
  }

  #renderRemove(attachment: Attachment): TemplateResult {
    return html`<button
      part="remove"
      type="button"
      aria-label=${this.#strings.t('removeFile', { name: attachment.name })}
      ?disabled=${this.#limits().isLocked}
      @click=${() => this.#remove(attachment)}
    >
      ${icon(REMOVE)}
    </button>`;
  }

  get #tooMany(): string {
    return this.#strings.t('tooManyFiles', {}, this.#limits().maxFiles);
  }

  #formatSize(bytes: number): string {
    return this.#limits().formatSize(bytes);
  }

  /** Returns the problems that are known before the file is read. */
  #findProblem(name: string, { size, type }: File): string | undefined {
    const { maxBytes, shrinkPx } = this.#limits();
    const isPhoto = shrinkPx > 0 && type.startsWith('image/');
    if (size === 0) return this.#strings.t('fileEmpty', { name });
    return size > (isPhoto ? Math.max(MAX_PHOTO_BYTES, maxBytes) : maxBytes)
      ? this.#tooLarge(name)
      : undefined;
  }

  /** Returns the problems that depend on the size of a shrunk photo. */
  #findExcess({ name, size }: File): string | undefined {
    const { maxBytes, maxTotalBytes } = this.#limits();
    if (size > maxBytes) return this.#tooLarge(name);
    let totalBytes = size;
    for (const file of this.files) totalBytes += file.size;
    return totalBytes > maxTotalBytes
      ? this.#strings.t('filesTooLarge', { size: this.#formatSize(maxTotalBytes) })
      : undefined;
  }

  #tooLarge(name: string): string {
    return this.#strings.t('fileTooLarge', { name, size: this.#formatSize(this.#limits().maxBytes) });
  }

  #addProblem(problem: string): void {
    this.problems = [...new Set([...this.problems, problem])].slice(0, MAX_PROBLEMS);
    this.#onChange('rendering');
  }

  async #prepareAll(): Promise<void> {
    const added: Attachment[] = [];
    while (this.#queue[0]) {
      const [chosen, ...rest] = this.#queue;
      this.#queue = this.isFull() ? [] : rest;
      const attachment = this.#queue === rest && (await this.#prepare(chosen));
      if (attachment) added.push(attachment);
    }
    // The user may have removed some of them in the meantime.
    const names = added
      .filter((attachment) => this.#attachments.includes(attachment))
      .map(({ name }) => name);
    if (names.length === 0) return this.#onChange('value');
    this.#announcement = names.map((name) => this.#strings.t('fileAdded', { name })).join(' ');
    this.#onChange('user-action');
  }

  /** Resolves to `undefined` if the file was rejected, or removed in the meantime. */
  async #prepare(chosen: File): Promise<Attachment | undefined> {
    const name = cleanName(chosen.name);
    const attachment: Attachment = { name };
    const problem = this.#findProblem(name, chosen);
    if (problem) return this.#reject(attachment, problem);
    const takenNames = this.files.map((file) => file.name);
    this.#attachments = [...this.#attachments, attachment];
    this.#onChange('rendering');
    const { file, rejection } = await inspectFile(chosen, { ...this.#limits(), takenNames });
    if (!this.#attachments.includes(attachment)) return undefined;
    if (!file) return this.#reject(attachment, this.#strings.t(...rejection));
    const excess = this.#findExcess(file);
    if (excess) return this.#reject(attachment, excess);
    Object.assign(attachment, { file, name: file.name });
    await this.#draw(attachment);
    return attachment;
  }

  #reject(attachment: Attachment, problem: string): undefined {
    this.#attachments = this.#attachments.filter((each) => each !== attachment);
    this.#addProblem(problem);
  }

  async #draw(attachment: Attachment): Promise<void> {
    attachment.preview = attachment.file && (await drawPreview(attachment.file));
    this.#onChange('rendering');
  }

  /** Focuses the button that takes the place of the removed one, so that keyboard users keep their position. */
  async #remove(attachment: Attachment): Promise<void> {
    const index = this.#attachments.indexOf(attachment);
    this.#attachments = this.#attachments.filter((each) => each !== attachment);
    this.problems = [];
    this.#announcement = this.#strings.t('fileRemoved', { name: attachment.name });
    this.#onChange(attachment.file ? 'user-action' : 'value');
    await this.#host.updateComplete;
    const buttons = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[part=remove]')];
    (buttons[index] ?? buttons.at(-1) ?? this.#host).focus();
  }
}

/** Truncates a long name in the middle, because its end contains the file type. */
function renderName(name: string): TemplateResult {
  const letters = [...name];
  const tail = letters.length > 20 ? letters.slice(-10) : [];
  return html`<span>${letters.slice(0, letters.length - tail.length).join('')}</span
    ><span>${tail.join('')}</span>`;
}
