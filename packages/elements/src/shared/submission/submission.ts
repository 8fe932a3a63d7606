import type { Outcome, RecordInput, ResponseRecord } from '@heed/core';
import type { LitElement, TemplateResult } from 'lit';
import { warnOnce } from '../base/warn.ts';
import { findContainer } from '../container/container.ts';
import { notifyRetryListeners } from '../loading/lazy-import.ts';
import { PATHS } from '../rendering/icons.ts';
import { renderOutcome, type OutcomeText } from './outcome.ts';
import { submit, toRecord, type OutcomeDetail } from './submit-event.ts';

/** What the element shows: the form (`idle`, `sending`, `refused`) or the outcome (`sent`, `stored`). */
export type Status = 'idle' | 'sending' | Outcome['state'];

/** An element with an answer to send. */
interface Host extends LitElement {
  readonly survey: string | undefined;
  readonly endpoint: string | undefined;
  readonly form: HTMLFormElement | null;
}

/** Sends the answer of an element and keeps the outcome. */
export class Submission {
  status: Status = 'idle';
  /** `undefined` until it is known. */
  declare outcome: Outcome | undefined;
  declare record: ResponseRecord | undefined;
  /** The next outcome receives the focus. */
  #isFocusing = false;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * True for an element that sends its own answer: it has a `survey`, and neither a form nor a survey contains it. A
   * form around a prompt does not contain what the prompt opens.
   */
  get isStandalone(): boolean {
    const { survey, form } = this.#host;
    return !!survey && !this.survey && (!form || this.prompt?.closest('form') === form);
  }

  /** The survey around the element, which sends its answer. */
  get survey(): ReturnType<typeof findContainer> {
    return findContainer(this.#host.parentElement, 'heed-survey');
  }

  /** The prompt around the element. */
  get prompt(): ReturnType<typeof findContainer> {
    return findContainer(this.#host, 'heed-prompt');
  }

  /** The endpoint of the element or of the prompt around it; `undefined` for the page's endpoint. */
  get target(): string | undefined {
    return this.#host.endpoint || this.prompt?.endpoint;
  }

  /**
   * Sends once; a second call while sending has no effect. Resolves when the first outcome is shown, which receives the
   * focus if the element had it. If the event is cancelled, the element stays as it is.
   */
  async send(input: RecordInput, files: readonly File[]): Promise<void> {
    const host = this.#host;
    const { status, outcome } = this;
    if (status === 'sending') return;
    const record = toRecord(input);
    // Inside the element, or in its light DOM. WebKit does not match ":focus-within" here.
    const hadFocus = host.contains((host.getRootNode() as Document).activeElement);
    // Before the event, since a listener may press the button again.
    this.#show('sending');
    const pending = submit(host, record, this.target, files);
    if (pending === null) return this.#show(status, outcome);
    this.record = record;
    if (!pending) {
      warnOnce(
        host,
        'HEED_NO_RECEIVER',
        'no listener handled "heed-submit". Set endpoint="…" or call respondWith()',
      );
    }
    this.#isFocusing = hadFocus;
    await this.#settle(record, pending);
    await host.updateComplete;
    if (hadFocus) host.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
    this.#isFocusing = false;
  }

  reset(): void {
    this.record = undefined;
    this.#show('idle');
  }

  /** Renders the outcome in a live region, which is always present so that a change is announced. */
  render(describe: (outcome: Outcome) => OutcomeText): TemplateResult {
    const { outcome } = this;
    return renderOutcome(outcome, outcome && describe(outcome), this.#isFocusing);
  }

  async #settle(record: ResponseRecord, pending: unknown): Promise<void> {
    let outcome: Outcome = { state: 'refused' };
    try {
      const known = (await pending) as Outcome;
      // Any other value is not an outcome that can be shown.
      if (known.state in PATHS) outcome = known;
    } catch {
      // The promise was rejected, or nobody handled the event.
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
    // One listener for the page, always the same: "as soon as you are connected" becomes untrue when it comes online.
    addEventListener('online', notifyRetryListeners);
    this.#host.requestUpdate();
  }
}
