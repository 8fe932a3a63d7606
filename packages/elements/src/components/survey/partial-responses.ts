import { toJson, type Answer, type RecordInput } from '@heed/core';
import type { LitElement, ReactiveController } from 'lit';
import { submit, toRecord } from '../../shared/submission/submit-event.ts';
import type { SurveyNavigator } from './navigator.ts';
import { isAnswered } from './questions.ts';

/** The members of a survey that its partial responses depend on. */
export interface PartialHost extends LitElement {
  partial: boolean;
}

/** The protected members of a survey that decide on its records. */
export interface RecordHooks {
  /** The survey sends its answers. */
  standsAlone(): boolean;
  /** The answers are being sent, or have been sent. */
  isSubmitted(): boolean;
  /** Returns the record to send, and the endpoint. */
  record(): [input: RecordInput, target: string | undefined];
}

/** Sends the answers so far when the user leaves. All partial records and the complete record have one id. */
export class PartialResponses implements ReactiveController {
  /** Id of the record; `undefined` until a partial record was sent. */
  id: string | undefined;
  readonly #host: PartialHost;
  readonly #navigator: SurveyNavigator;
  readonly #hooks: RecordHooks;
  readonly #left: (isSent: boolean) => void;
  /** The answers that need not be sent: the initial answers, or the answers in the last partial record. */
  #known = '';

  /** @param left called when the user leaves, after a record may have been sent */
  constructor(
    host: PartialHost,
    navigator: SurveyNavigator,
    hooks: RecordHooks,
    left: (isSent: boolean) => void,
  ) {
    this.#host = host;
    this.#navigator = navigator;
    this.#hooks = hooks;
    this.#left = left;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen('addEventListener');
  }

  hostDisconnected(): void {
    this.#listen('removeEventListener');
  }

  /** The user has changed nothing since the last partial record, or since the survey was filled in. */
  get isUnchanged(): boolean {
    return this.#summary === this.#known;
  }

  /** Treats the current answers as sent. */
  markSent(): void {
    this.#known = this.#summary;
  }

  #listen(change: 'addEventListener' | 'removeEventListener'): void {
    document[change]('visibilitychange', this.#onLeave);
    window[change]('pagehide', this.#onLeave);
  }

  /** Browsers fire one or both of these events when a page is hidden or left. */
  #onLeave = ({ type }: Event): void => {
    if (type === 'pagehide' || document.visibilityState === 'hidden') this.#left(this.#send());
  };

  /**
   * Sends the answers so far, unless they are known. There is no user left to show an outcome to.
   *
   * @returns whether a record was sent. If no listener has handled the event, the next call sends the answers again
   */
  #send(): boolean {
    const { standsAlone, isSubmitted, record } = this.#hooks;
    if (!this.#host.partial || !standsAlone() || isSubmitted()) return false;
    this.#navigator.follow();
    const summary = this.#summary;
    if (!summary || summary === this.#known) return false;
    const [input, target] = record();
    const partial = toRecord({ ...input, answers: this.#answers, partial: true });
    const pending = submit(this.#host, partial, target);
    if (!pending) return false;
    this.#known = summary;
    this.id = partial.id;
    pending.catch(() => {});
    return true;
  }

  /** The answers up to the current step. Files are sent with the complete record. */
  get #answers(): Answer[] {
    const { isPage, index } = this.#navigator.path;
    const answers = this.#navigator.answers(isPage ? undefined : index + 1);
    return answers.filter(({ kind }) => kind !== 'attachment');
  }

  get #summary(): string {
    const answered = this.#answers.filter(isAnswered);
    return answered.length > 0 ? toJson(answered.map(({ name, value }) => [name, value])) : '';
  }
}
