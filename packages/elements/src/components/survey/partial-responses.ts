import { toJson, type Answer, type RecordInput } from '@heed/core';
import { submit, toRecord } from '../../shared/submission/submit-event.ts';
import type { SurveyNavigator } from './navigator.ts';
import { isAnswered } from './questions.ts';

/** Sends the answers so far when the user leaves. All partial records and the complete record have one id. */
export class PartialResponses {
  /** Id of the record; `undefined` until a partial record was sent. */
  id: string | undefined;
  readonly #host: Element;
  readonly #navigator: SurveyNavigator;
  /** The answers that need not be sent: the initial ones, or those of the last partial record. */
  #known = '';

  constructor(host: Element, navigator: SurveyNavigator) {
    this.#host = host;
    this.#navigator = navigator;
  }

  /** The user has changed nothing since the last partial record, or since the survey was filled in. */
  get isUnchanged(): boolean {
    return this.#summary === this.#known;
  }

  /** Treats the current answers as sent. */
  markSent(): void {
    this.#known = this.#summary;
  }

  /**
   * Sends the answers so far, unless they are known. There is no user left to show an outcome to.
   *
   * @returns whether a record was sent. If no listener handled the event, the next call sends the answers again
   */
  send(input: RecordInput, target: string | undefined): boolean {
    const summary = this.#summary;
    if (!summary || summary === this.#known) return false;
    const record = toRecord({ ...input, answers: this.#answers, partial: true });
    const pending = submit(this.#host, record, target);
    if (!pending) return false;
    this.#known = summary;
    this.id = record.id;
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
