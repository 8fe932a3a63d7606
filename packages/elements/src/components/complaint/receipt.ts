import { referenceOf, type CaseLimits } from '@heed/core';
import { html, nothing, type LitElement } from 'lit';
import { httpAddress } from '../../shared/rendering/http-address.ts';
import type { Submission } from '../../shared/submission/submission.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { ComplaintReceiptStrings } from '../../locales/strings.ts';
import { complaintReceiptEnglish } from '../../locales/en/complaint-receipt.ts';
import { Reference } from './reference.ts';
import { readLimits, renderNext, type Promising } from './next-steps.ts';

/** What a complaint shows once it is on its way. Loaded later, since nobody sees it before. */
export class ComplaintReceipt {
  readonly #host: LitElement & Promising;
  readonly #reference: Reference;
  readonly #strings: Localizer<keyof ComplaintReceiptStrings | 'labelled'>;
  #limits: CaseLimits = {};
  /** When the endpoint confirmed the complaint. */
  #receivedAt: number | undefined;

  constructor(host: LitElement & Promising, strings: Localizer<'labelled'>) {
    this.#host = host;
    this.#strings = strings.extend(complaintReceiptEnglish);
    this.#reference = new Reference(host, this.#strings);
  }

  /** Before each rendering: a promise that is not understood is told before a complaint is sent. */
  update({ outcome }: Submission, severity: string): void {
    this.#limits = readLimits(this.#host, severity);
    this.#receivedAt = outcome?.state === 'sent' ? (this.#receivedAt ?? Date.now()) : undefined;
  }

  /** The reference number for the live region of the outcome. */
  renderHeard(submission: Submission): unknown {
    const reference = referenceIn(submission);
    return reference === undefined ? nothing : this.#reference.renderHeard(reference);
  }

  /** The reference number, and what follows. */
  render(submission: Submission, level: number): unknown {
    const { outcome } = submission;
    const reference = referenceIn(submission);
    if (!outcome || reference === undefined) return nothing;
    const { statusUrl = undefined } = outcome.state === 'sent' ? outcome : {};
    const address = statusUrl && httpAddress(this.#host, 'statusUrl', statusUrl);
    return [
      this.#reference.render(reference),
      address ? html`<a part="link" href=${address}>${this.#strings.t('followCase')}</a>` : nothing,
      renderNext(this.#limits, this.#receivedAt, this.#strings, level),
    ];
  }
}

/** The endpoint's own number once it has given one, until then the one made from the id. */
function referenceIn({ outcome, record }: Submission): string | undefined {
  if (!record || !outcome || outcome.state === 'refused') return undefined;
  const { reference = undefined } = outcome.state === 'sent' ? outcome : {};
  return reference ?? referenceOf(record.id);
}
