import type { Outcome, RecordInput, ResponseRecord } from '@heed/core';
import type { LitElement } from 'lit';
import { PATHS } from '../rendering/icons.ts';
import { seekAll } from '../loading/later.ts';
import { submit, toRecord, type OutcomeDetail } from './submit-event.ts';
import { warnOnce } from '../base/warn.ts';

/** What the visitor is shown: the form (`idle`, `sending`, `refused`) or what became of the answer (`sent`, `stored`). */
export type Status = 'idle' | 'sending' | Outcome['state'];

/** Takes one answer from the element to whoever takes charge of it, and keeps what became of it. */
export class Submission {
  status: Status = 'idle';
  /** Undefined until it is known. */
  outcome: Outcome | undefined;
  record: ResponseRecord | undefined;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /**
   * Sends once; a second call while sending does nothing. Resolves when the first outcome is shown.
   *
   * @returns true; undefined when nothing new is shown, because an answer is being sent or the page has cancelled the event
   */
  async send(
    input: RecordInput,
    endpoint: string | undefined,
    files: readonly File[],
  ): Promise<true | undefined> {
    const { status, outcome } = this;
    if (status === 'sending') return undefined;
    const record = toRecord(input);
    // Before the event, since a listener may press the button again.
    this.#show('sending');
    const pending = submit(this.#host, record, endpoint, files);
    if (pending === null) {
      this.#show(status, outcome);
      return undefined;
    }
    this.record = record;
    if (!pending) {
      warnOnce(
        this.#host,
        'HEED_NO_RECEIVER',
        'nobody took the answer. Set endpoint="…" or call respondWith()',
      );
    }
    await this.#settle(record, pending);
    return true;
  }

  reset(): void {
    this.record = undefined;
    this.#show('idle');
  }

  async #settle(record: ResponseRecord, pending: unknown): Promise<void> {
    let outcome: Outcome = { state: 'refused' };
    try {
      const known = (await pending) as Outcome;
      // Anything else says nothing that can be shown.
      if (known.state in PATHS) outcome = known;
    } catch {
      // A broken promise, or nobody who made one.
    }
    if (this.record !== record) return;
    this.#show(outcome.state, outcome);
    const { settled, ...plain } = outcome as Outcome & { settled?: unknown };
    const detail: OutcomeDetail = { record, outcome: plain };
    this.#host.dispatchEvent(
      new CustomEvent(`heed-${outcome.state}`, { detail, bubbles: true, composed: true }),
    );
    if (outcome.state === 'stored' && settled) void this.#settle(record, settled);
  }

  #show(status: Status, outcome?: Outcome): void {
    this.status = status;
    this.outcome = outcome;
    // Always the same listener, so one for the page: "as soon as you are connected" becomes untrue.
    addEventListener('online', seekAll);
    this.#host.requestUpdate();
  }
}
