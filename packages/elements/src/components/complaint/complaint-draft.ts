import type { Outcome } from '@heed/core';
import type { LitElement } from 'lit';
import type { DraftStrings } from '../../locales/strings.ts';
import { Draft } from '../../shared/device/draft.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { Notice } from '../../shared/steps/notice.ts';
import {
  isEmpty,
  readStored,
  toStored,
  type ComplaintValues,
  type Progress,
  type StoredComplaint,
} from './values.ts';

type DraftHost = LitElement & { formResetCallback(): void };

/** The complaint that the draft belongs to. */
export interface DraftOwner {
  /** Returns the name of the draft; `undefined` to store nothing. */
  key: () => string | undefined;
  progress(): Progress;
  /** Removes the options that the page no longer offers. */
  withoutObsolete(values: ComplaintValues): ComplaintValues;
  restore(progress: Progress): void;
}

/** The draft of a complaint on the device, and the notice that it was restored. */
export class ComplaintDraft {
  readonly #host: DraftHost;
  readonly #owner: DraftOwner;
  readonly #draft: Draft<StoredComplaint>;
  /** Says that the draft was restored, and offers to start over. */
  readonly notice: Notice;

  constructor(host: DraftHost, strings: Pick<Localizer<keyof DraftStrings>, 't'>, owner: DraftOwner) {
    this.#host = host;
    this.#owner = owner;
    this.notice = new Notice(host, strings, () => this.#startOver());
    this.#draft = new Draft(host, owner.key, () => isEmpty(owner.progress().values) && this.restore());
  }

  save(): void {
    this.#draft.save(toStored(this.#owner.progress()));
  }

  clear(): void {
    this.#draft.clear();
    this.notice.hide();
  }

  /** Deletes the draft when the endpoint or the queue has the complaint, and stores it again when it is refused. */
  followOutcome(outcome: Outcome | undefined): void {
    if (outcome?.state === 'refused') this.save();
    else if (outcome?.state === 'sent' || outcome?.durable) this.#draft.clear();
  }

  /** Restores the draft. Call it after the first rendering, which must match the server's rendering. */
  restore(): void {
    const { files, ...progress } = readStored(this.#draft.load());
    const values = this.#owner.withoutObsolete(progress.values);
    if (isEmpty(values) && files === 0) return;
    this.notice.show(files);
    this.#owner.restore({ ...progress, values });
  }

  #startOver(): () => void {
    const progress = this.#owner.progress();
    this.#host.formResetCallback();
    return () => {
      this.#owner.restore(progress);
      this.save();
    };
  }
}
