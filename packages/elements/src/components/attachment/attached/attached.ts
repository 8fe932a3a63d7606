import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ValidityError } from '../../../shared/base/heed-element.ts';
import { icon } from '../../../shared/rendering/icons.ts';
import type { Localizer } from '../../../shared/localization/localizer.ts';
import type { AttachmentFilesStrings, AttachmentStrings, CommonStrings } from '../../../locales/strings.ts';
import { attachedStyles } from './attached.styles.ts';
import { attachmentFilesEnglish } from '../../../locales/en/attachment-files.ts';
import { cleanName } from './file-name.ts';
import { drawPreview } from './picture.ts';
import { takeIn } from './take-in.ts';

/** What a photo may have before it is made smaller: no camera makes more, and a browser can still read it. */
const PHOTO_BYTES = 64e6;
/** More are not read by anybody. */
const MOST_PROBLEMS = 8;

const FILE = 'M13 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8zM13 3v5h5';
const REMOVE = 'M6 6l12 12M18 6 6 18';

/** What may be attached, at one moment. */
export interface Limits {
  /** As in HTML; empty where every type is welcome. */
  accept: string;
  most: number;
  mostBytes: number;
  mostBytesTogether: number;
  /** The longest side of a photo; 0 where photos stay as they are. */
  shrinkPx: number;
  /** A size with its unit, in the words of the page. */
  formatSize(bytes: number): string;
  /** Nothing can be removed for now. */
  isLocked: boolean;
  /** Nothing can ever be removed. */
  isReadonly: boolean;
}

/** What the element does about a change: of what it shows, of what its form holds, or of the visitor's own. */
export type Change = 'look' | 'value' | 'act';

interface Entry {
  name: string;
  /** Absent while it is being prepared. */
  file?: File;
  preview?: HTMLCanvasElement | undefined;
}

/**
 * The files of one element: looks at each before it counts, lists them, and tells what became of them. A module of its
 * own, which is loaded while the visitor still reads the question.
 */
export class Attached {
  /** What was refused since the last act, each in words. */
  problems: readonly string[] = [];
  /** Settles when nothing is being prepared. */
  prepared = Promise.resolve();
  #entries: readonly Entry[] = [];
  /** Chosen, and not looked at yet: one after the other, because a photo takes a lot of memory. */
  #queue: readonly File[] = [];
  #announcement = '';
  readonly #host: LitElement;
  readonly #strings: Localizer<keyof (AttachmentFilesStrings & AttachmentStrings & CommonStrings)>;
  readonly #limits: () => Limits;
  readonly #changed: (change: Change) => void;

  constructor(
    host: LitElement,
    strings: Localizer<keyof (AttachmentStrings & CommonStrings)>,
    limits: () => Limits,
    changed: (change: Change) => void,
  ) {
    this.#host = host;
    this.#strings = strings.extend(attachmentFilesEnglish);
    this.#limits = limits;
    this.#changed = changed;
    const { styleSheet } = attachedStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  get files(): readonly File[] {
    return this.#entries.flatMap(({ file }) => file ?? []);
  }

  /** A file is being looked at, or waits for that. */
  get isPreparing(): boolean {
    return this.#queue.length > 0 || this.#entries.some(({ file }) => !file);
  }

  /** Takes files as they are, in the place of those that were there. */
  set(files: readonly File[]): void {
    this.#entries = files.map((file) => ({ name: file.name, file }));
    this.#queue = [];
    this.problems = [];
    this.#announcement = '';
    for (const entry of this.#entries) void this.#draw(entry);
    this.#changed('value');
  }

  findValidityError(): ValidityError | undefined {
    const { most } = this.#limits();
    const name = this.#entries.find(({ file }) => !file)?.name ?? this.#queue[0]?.name;
    if (name) return { flag: 'customError', message: this.#strings.t('preparing', { name }) };
    if (this.#entries.length > most) return { flag: 'rangeOverflow', message: this.#tooMany };
    return undefined;
  }

  /** Says that there is no room for a further one, if that is so. */
  isFull(): boolean {
    const isFull = this.#entries.length >= this.#limits().most;
    if (isFull) this.#complain(this.#tooMany);
    return isFull;
  }

  /** What a visitor chose, pasted or dropped. One that is refused does not keep the others out. */
  add(files: readonly File[]): void {
    this.problems = [];
    this.#queue = [...this.#queue, ...files];
    this.prepared = this.prepared.then(() => this.#prepareAll());
    this.#changed('value');
  }

  render(): TemplateResult {
    return html`<ul part="files" role="list" ?hidden=${this.#entries.length === 0}>
        ${this.#entries.map((entry) => this.#renderEntry(entry))}
      </ul>
      <div class="announcement" aria-live="polite">${this.#announcement}</div>`;
  }

  #renderEntry(entry: Entry): TemplateResult {
    const { name, file, preview } = entry;
    return html`<li part="file" aria-busy=${!file}>
      ${preview ?? icon(FILE)}
      <span part="file-name" dir="auto"
        >${file ? renderName(name) : this.#strings.t('preparing', { name })}</span
      >
      ${file ? html`<small part="file-size">${this.#formatSize(file.size)}</small>` : nothing}
      ${this.#limits().isReadonly ? nothing : this.#renderRemove(entry)}
    </li>`;
  }

  #renderRemove(entry: Entry): TemplateResult {
    return html`<button
      part="remove"
      type="button"
      aria-label=${this.#strings.t('removeFile', { name: entry.name })}
      ?disabled=${this.#limits().isLocked}
      @click=${() => this.#remove(entry)}
    >
      ${icon(REMOVE)}
    </button>`;
  }

  get #tooMany(): string {
    return this.#strings.t('tooManyFiles', {}, this.#limits().most);
  }

  #formatSize(bytes: number): string {
    return this.#limits().formatSize(bytes);
  }

  /** What can be told without reading it. */
  #findProblem(name: string, { size, type }: File): string | undefined {
    const { mostBytes, shrinkPx } = this.#limits();
    const isPhoto = shrinkPx > 0 && type.startsWith('image/');
    if (size === 0) return this.#strings.t('fileEmpty', { name });
    return size > (isPhoto ? Math.max(PHOTO_BYTES, mostBytes) : mostBytes) ? this.#tooLarge(name) : undefined;
  }

  /** What can be told only once it has its size. */
  #findExcess({ name, size }: File): string | undefined {
    const { mostBytes, mostBytesTogether: most } = this.#limits();
    if (size > mostBytes) return this.#tooLarge(name);
    let together = size;
    for (const file of this.files) together += file.size;
    return together > most ? this.#strings.t('filesTooLarge', { size: this.#formatSize(most) }) : undefined;
  }

  #tooLarge(name: string): string {
    return this.#strings.t('fileTooLarge', { name, size: this.#formatSize(this.#limits().mostBytes) });
  }

  #complain(problem: string): void {
    this.problems = [...new Set([...this.problems, problem])].slice(0, MOST_PROBLEMS);
    this.#changed('look');
  }

  async #prepareAll(): Promise<void> {
    const added: Entry[] = [];
    while (this.#queue[0]) {
      const [chosen, ...rest] = this.#queue;
      this.#queue = this.isFull() ? [] : rest;
      const entry = this.#queue === rest && (await this.#prepare(chosen));
      if (entry) added.push(entry);
    }
    // Of those, one may have been removed again.
    const names = added.filter((entry) => this.#entries.includes(entry)).map(({ name }) => name);
    if (names.length === 0) return this.#changed('value');
    this.#announcement = names.map((name) => this.#strings.t('fileAdded', { name })).join(' ');
    this.#changed('act');
  }

  /** @returns what is there now; undefined when it was refused, or removed meanwhile */
  async #prepare(chosen: File): Promise<Entry | undefined> {
    const name = cleanName(chosen.name);
    const entry: Entry = { name };
    const problem = this.#findProblem(name, chosen);
    if (problem) return this.#refuse(entry, problem);
    const taken = this.files.map((file) => file.name);
    this.#entries = [...this.#entries, entry];
    this.#changed('look');
    const { file, refusal } = await takeIn(chosen, { ...this.#limits(), taken });
    if (!this.#entries.includes(entry)) return undefined;
    if (!file) return this.#refuse(entry, this.#strings.t(...refusal));
    const excess = this.#findExcess(file);
    if (excess) return this.#refuse(entry, excess);
    Object.assign(entry, { file, name: file.name });
    await this.#draw(entry);
    return entry;
  }

  #refuse(entry: Entry, problem: string): undefined {
    this.#entries = this.#entries.filter((each) => each !== entry);
    this.#complain(problem);
  }

  async #draw(entry: Entry): Promise<void> {
    entry.preview = entry.file && (await drawPreview(entry.file));
    this.#changed('look');
  }

  /** The focus goes to what takes its place, so that a keyboard does not start at the top again. */
  async #remove(entry: Entry): Promise<void> {
    const index = this.#entries.indexOf(entry);
    this.#entries = this.#entries.filter((each) => each !== entry);
    this.problems = [];
    this.#announcement = this.#strings.t('fileRemoved', { name: entry.name });
    this.#changed(entry.file ? 'act' : 'value');
    await this.#host.updateComplete;
    const buttons = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[part=remove]')];
    (buttons[index] ?? buttons.at(-1) ?? this.#host).focus();
  }
}

/** A long name is cut in the middle: its end says what kind of file it is. */
function renderName(name: string): TemplateResult {
  const letters = [...name];
  const tail = letters.length > 20 ? letters.slice(-10) : [];
  return html`<span>${letters.slice(0, letters.length - tail.length).join('')}</span
    ><span>${tail.join('')}</span>`;
}
