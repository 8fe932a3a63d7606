import { referenceOf, type CaseLimits } from '@heed/core';
import { html, nothing } from 'lit';
import { httpAddress } from '../internal/http-address.ts';
import type { Submission } from '../internal/submission.ts';
import type { Localizer } from '../internal/words.ts';
import type { FiledWords } from '../locales/words.ts';
import { filedEnglish } from './filed.words.ts';
import { renderReference } from './reference.ts';
import { readLimits, renderNext, type Promising } from './what-next.ts';

/** What a complaint shows once it is on its way. Loaded later, since nobody sees it before. */
export class Filed {
  readonly #host: Promising;
  readonly #words: Localizer<keyof FiledWords>;
  #limits: CaseLimits = {};
  /** When the endpoint confirmed the complaint. */
  #receivedAt: number | undefined;

  constructor(host: Promising, words: Localizer<never>) {
    this.#host = host;
    this.#words = words.extend(filedEnglish);
  }

  /** Before each rendering: a promise that is not understood is told before a complaint is sent. */
  update({ outcome }: Submission, severity: string): void {
    this.#limits = readLimits(this.#host, severity);
    this.#receivedAt = outcome?.state === 'sent' ? (this.#receivedAt ?? Date.now()) : undefined;
  }

  /** The endpoint's own number once it has given one, until then the one made from the id; and what follows. */
  render({ outcome, record }: Submission): unknown {
    if (!record || !outcome) return nothing;
    const { reference = undefined, statusUrl = undefined } = outcome.state === 'sent' ? outcome : {};
    const address = statusUrl && httpAddress(this.#host, 'statusUrl', statusUrl);
    return [
      renderReference(reference ?? referenceOf(record.id), this.#words),
      address ? html`<a part="link" href=${address}>${this.#words.say('followCase')}</a>` : nothing,
      renderNext(this.#limits, this.#receivedAt, this.#words),
    ];
  }
}
