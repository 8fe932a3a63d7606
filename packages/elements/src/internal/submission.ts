import { createRecord, type Outcome, type RecordInput, type ResponseRecord } from '@heed/core';
import type { LitElement } from 'lit';
import { HeedSubmitEvent, type OutcomeDetail } from './submit-event.ts';
import { warnOnce } from './warn.ts';

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

  /** Sends once; a second call while sending does nothing. Resolves when the first outcome is shown. */
  async send(input: RecordInput, endpoint: string | undefined, files: readonly File[] = []): Promise<void> {
    if (this.status === 'sending') return;
    const record = createRecord(input, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const event = new HeedSubmitEvent(record, endpoint, files);
    if (!this.#host.dispatchEvent(event)) return;
    this.record = record;
    this.#show('sending');
    if (!event.outcome) {
      warnOnce(
        this.#host,
        'HEED_NO_RECEIVER',
        'nobody took the answer. Set endpoint="…" or call respondWith()',
      );
    }
    await this.#settle(record, event.outcome);
  }

  reset(): void {
    this.record = undefined;
    this.#show('idle');
  }

  async #settle(record: ResponseRecord, pending: Promise<Outcome> | undefined): Promise<void> {
    const outcome: Outcome = (await pending?.catch(() => undefined)) ?? { state: 'refused' };
    if (this.record !== record) return;
    this.#show(outcome.state, outcome);
    const { settled, ...plain } = outcome as Outcome & { settled?: Promise<Outcome> };
    const detail: OutcomeDetail = { record, outcome: plain };
    this.#host.dispatchEvent(
      new CustomEvent(`heed-${outcome.state}`, { detail, bubbles: true, composed: true }),
    );
    if (settled) void this.#settle(record, settled);
  }

  #show(status: Status, outcome?: Outcome): void {
    this.status = status;
    this.outcome = outcome;
    this.#host.requestUpdate();
  }
}
