import { referenceOf, type CaseLimits } from '@heed/core';
import { html, nothing, type LitElement } from 'lit';
import { httpAddress } from '../../shared/rendering/http-address.ts';
import type { Submission } from '../../shared/submission/submission.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { ComplaintReceiptStrings } from '../../locales/strings.ts';
import { complaintReceiptEnglish } from '../../locales/en/complaint-receipt.ts';
import { Reference } from './reference.ts';
import { readLimits, renderNextSteps, type LimitsHost } from './next-steps.ts';

/** The reference number and the next steps, shown after submission. A lazy module, because nobody sees it before. */
export class ComplaintReceipt {
  readonly #host: LitElement & LimitsHost;
  readonly #reference: Reference;
  readonly #strings: Localizer<keyof ComplaintReceiptStrings | 'labelled'>;
  #limits: CaseLimits = {};
  /** The time of the confirmation. */
  #receivedAt: number | undefined;

  constructor(host: LitElement & LimitsHost, strings: Localizer<'labelled'>) {
    this.#host = host;
    this.#strings = strings.extend(complaintReceiptEnglish);
    this.#reference = new Reference(host, this.#strings);
  }

  /** Call it before each rendering. It warns about invalid limits before a complaint is sent. */
  update({ outcome }: Submission, severity: string): void {
    this.#limits = readLimits(this.#host, severity);
    this.#receivedAt = outcome?.state === 'sent' ? (this.#receivedAt ?? Date.now()) : undefined;
  }

  /** Renders the reference number for the live region of the outcome. */
  renderAnnouncement(submission: Submission): unknown {
    const reference = referenceIn(submission);
    return reference === undefined ? nothing : this.#reference.renderAnnouncement(reference);
  }

  /** Renders the reference number, the link to the case and the next steps. */
  render(submission: Submission, level: number): unknown {
    const { outcome } = submission;
    const reference = referenceIn(submission);
    if (!outcome || reference === undefined) return nothing;
    const { statusUrl = undefined } = outcome.state === 'sent' ? outcome : {};
    const address = statusUrl && httpAddress(this.#host, 'statusUrl', statusUrl);
    return [
      this.#reference.render(reference),
      address ? html`<a part="link" href=${address}>${this.#strings.t('followCase')}</a>` : nothing,
      renderNextSteps(this.#limits, this.#receivedAt, this.#strings, level),
    ];
  }
}

/** Returns the endpoint's reference number, or else the one derived from the record's id. */
function referenceIn({ outcome, record }: Submission): string | undefined {
  if (!record || !outcome || outcome.state === 'refused') return undefined;
  const { reference = undefined } = outcome.state === 'sent' ? outcome : {};
  return reference ?? referenceOf(record.id);
}
