import {
  createRecord,
  type Answer,
  type Consent,
  type Outcome,
  type Respondent,
  type ResponseRecord,
} from '@heed/core';
import type { LitElement, ReactiveController } from 'lit';
import { HeedSubmitEvent, type OutcomeDetail } from './submit-event.ts';
import { warnOnce } from './warn.ts';

/** What the visitor is shown: the form (`idle`, `sending`, `refused`) or what became of the answer (`sent`, `stored`). */
export type Status = 'idle' | 'sending' | Outcome['state'];

export interface Submitted {
  survey: string;
  answers: Answer[];
  locale: string;
  respondent: Respondent | undefined;
  consent?: Consent;
  endpoint: string | undefined;
}

/** Takes one answer from the element to whoever takes charge of it, and keeps what became of it. */
export class Submission implements ReactiveController {
  status: Status = 'idle';
  outcome: Outcome | undefined;
  record: ResponseRecord | undefined;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Sends once; a second call while sending does nothing. Resolves when the first outcome is shown. */
  async send({ endpoint, locale, ...input }: Submitted): Promise<void> {
    if (this.status === 'sending') return;
    const record = createRecord(
      { ...input, context: { locale, channel: 'web' } },
      Date.now(),
      crypto.getRandomValues(new Uint8Array(10)),
    );
    const event = new HeedSubmitEvent(record, endpoint);
    if (!this.#host.dispatchEvent(event)) return;
    this.record = record;
    this.#show('sending');
    await this.#settle(event.outcome ?? this.#nobody());
  }

  reset(): void {
    this.record = this.outcome = undefined;
    this.#show('idle');
  }

  async #settle(pending: Promise<Outcome>): Promise<void> {
    const record = this.record;
    const outcome = await pending.catch((): Outcome => ({ state: 'refused' }));
    if (this.record !== record) return;
    this.outcome = outcome;
    this.#show(outcome.state);
    this.#report(outcome);
    if (outcome.state === 'stored' && outcome.settled) await this.#settle(outcome.settled);
  }

  #nobody(): Promise<Outcome> {
    warnOnce(
      this.#host,
      'HEED_NO_RECEIVER',
      'nobody took the answer. Set endpoint="…" and load "heed", or call event.respondWith() on "heed-submit"',
    );
    return Promise.resolve({ state: 'refused' });
  }

  #show(status: Status): void {
    this.status = status;
    this.#host.requestUpdate();
  }

  #report(outcome: Outcome): void {
    const { record } = this;
    if (!record) return;
    const { settled: _, ...plain } = outcome as Outcome & { settled?: unknown };
    const detail: OutcomeDetail = { record, outcome: plain };
    this.#host.dispatchEvent(
      new CustomEvent(`heed-${outcome.state}`, { detail, bubbles: true, composed: true }),
    );
  }
}
