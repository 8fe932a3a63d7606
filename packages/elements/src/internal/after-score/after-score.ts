import type { Answer, Outcome, Respondent } from '@heed/core';
import { html, nothing, type LitElement } from 'lit';
import type { AfterScoreWords, CommonWords } from '../../locales/words.ts';
import type { Flaw } from '../heed-element.ts';
import { httpAddress } from '../http-address.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import type { Localizer } from '../words.ts';
import { afterScoreStyles } from './after-score.styles.ts';
import { afterScoreEnglish } from './after-score.words.ts';
import { renderCallBack, type CallBack } from './call-back.ts';

/** The scale as this module sees it, at one moment. */
export interface Scored {
  /** The name of the score's answer. */
  name: string;
  /** The question in words; empty or absent: none. */
  followUp: string | undefined;
  /** The score is one after which the visitor may ask to be contacted. */
  offersCallBack: boolean;
  /** The score is one after which a link to share is offered. */
  offersLink: boolean;
  /** Where to share; absent: nowhere. */
  shareLink: string | undefined;
  shareLabel: string | undefined;
  respondent: Respondent | undefined;
  isLocked: boolean;
  /** What is missing may be shown. */
  complains: boolean;
  outcome: Outcome | undefined;
}

/**
 * What a tag may ask and offer after a score: a question in words, a call back, a link to share. A module of its own,
 * which only a page with such a tag loads.
 */
export class AfterScore {
  #comment = '';
  #callBack: CallBack = NOT_AGREED;
  readonly #host: LitElement;
  readonly #words: Localizer<keyof (AfterScoreWords & CommonWords)>;
  readonly #changed: () => void;

  /** @param changed is called after an act of the visitor */
  constructor(host: LitElement, words: Localizer<keyof CommonWords>, changed: () => void) {
    this.#host = host;
    this.#words = words.extend(afterScoreEnglish);
    this.#changed = changed;
    const { adoptedStyleSheets } = host.shadowRoot ?? document;
    for (const { styleSheet } of [fieldStyles, afterScoreStyles])
      if (styleSheet) adoptedStyleSheets.push(styleSheet);
  }

  clear(): void {
    this.#comment = '';
    this.#callBack = NOT_AGREED;
  }

  answers({ name, followUp, offersCallBack }: Scored): Answer[] {
    const answers: Answer[] = [];
    const add = (part: string, question: string, text: string): unknown =>
      answers.push({ name: `${name}-${part}`, kind: 'text', value: text.trim() || null, question });
    if (followUp) add('comment', followUp, this.#comment);
    if (offersCallBack && this.#callBack.agreed)
      add('contact', this.#words.say('contact'), this.#callBack.contact);
    return answers;
  }

  get agreed(): boolean {
    return this.#callBack.agreed;
  }

  /** A permission to contact somebody is of no use without an address, unless the team knows who it is. */
  findFlaw({ offersCallBack, respondent }: Scored): Flaw | undefined {
    const { agreed, contact } = this.#callBack;
    if (!offersCallBack || !agreed || contact.trim() || respondent) return undefined;
    const anchor = this.#host.renderRoot.querySelector<HTMLElement>('#contact') ?? undefined;
    return { flag: 'valueMissing', message: this.#words.say('contactMissing'), anchor };
  }

  render(scored: Scored): unknown {
    return [this.#renderFollowUp(scored), this.#renderCallBack(scored)];
  }

  /** Not while the answer would be lost with the page. */
  renderLink({ offersLink, shareLink, shareLabel, outcome }: Scored): unknown {
    const isSafe = outcome?.state === 'sent' || (outcome?.state === 'stored' && outcome.durable);
    const address = shareLink && httpAddress(this.#host, 'share-link', shareLink);
    if (!address || !offersLink || !isSafe) return nothing;
    return html`<a part="link" href=${address}>${shareLabel ?? this.#words.say('share')}</a>`;
  }

  #renderFollowUp({ followUp, isLocked }: Scored): unknown {
    if (!followUp) return nothing;
    return html`<label part="field">
      <span part="label">${followUp} <small>${this.#words.say('optional')}</small></span>
      <textarea
        part="input"
        rows="3"
        .value=${this.#comment}
        ?disabled=${isLocked}
        @input=${this.#onComment}
      ></textarea>
    </label>`;
  }

  #renderCallBack(scored: Scored): unknown {
    if (!scored.offersCallBack) return nothing;
    const words = {
      offer: this.#words.say('callBack'),
      contact: this.#words.say('contact'),
      error: (scored.complains && this.findFlaw(scored)?.message) || '',
    };
    return html`<div part="call-back" @input=${this.#onContact}>
      ${renderCallBack(this.#callBack, words, scored.isLocked)}
    </div>`;
  }

  /** "input" of the element means another step: what is typed beside the scale stays inside. */
  #onComment = (event: Event): void => {
    event.stopPropagation();
    this.#comment = (event.target as HTMLTextAreaElement).value;
  };

  #onContact = (event: Event): void => {
    event.stopPropagation();
    const { id, checked, value } = event.target as HTMLInputElement;
    this.#callBack = { ...this.#callBack, ...(id === 'agreed' ? { agreed: checked } : { contact: value }) };
    this.#changed();
  };
}

const NOT_AGREED: CallBack = { agreed: false, contact: '' };
