import type { Answer, Consent, Outcome, Respondent } from '@heed/core';
import { html, nothing, type LitElement } from 'lit';
import type { AfterScoreStrings, CommonStrings } from '../../locales/strings.ts';
import type { ValidityError } from '../base/heed-element.ts';
import { httpAddress } from '../rendering/http-address.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import { keepTyping } from '../keyboard/typing.ts';
import type { Localizer } from '../localization/localizer.ts';
import { afterScoreStyles } from './after-score.styles.ts';
import { afterScoreEnglish } from '../../locales/en/after-score.ts';
import { renderCallBack, type CallBack } from './call-back.ts';
import type { ScoreGroup } from './score-group.ts';

/** The scale, with protected members: this module is a part of it. */
interface Scale extends LitElement {
  name: string;
  kind: string;
  followUp: string | undefined;
  callBack: boolean;
  shareLink: string | undefined;
  shareLabel: string | undefined;
  respondent: Respondent | undefined;
  /** `undefined` without a score. */
  scoreGroup: ScoreGroup | undefined;
  isStandalone: boolean;
  isLocked: boolean;
  /** See `FormControl`. */
  showsErrors: boolean;
  submission: { outcome: Outcome | undefined };
  localizer: Localizer<keyof CommonStrings>;
  syncInputs(): boolean;
  attempt: number;
}

/**
 * Asks and offers more after a score: an open question, a call back, a link to share. Loaded by elements with one of
 * them.
 */
export class AfterScore {
  #comment = '';
  #callBack: CallBack = NOT_AGREED;
  readonly #host: Scale;
  readonly #strings: Localizer<keyof (AfterScoreStrings & CommonStrings)>;

  constructor(host: LitElement) {
    this.#host = host as Scale;
    keepTyping(host);
    this.#strings = this.#host.localizer.extend(afterScoreEnglish);
    const { adoptedStyleSheets } = host.shadowRoot ?? document;
    for (const { styleSheet } of [fieldStyles, afterScoreStyles])
      if (styleSheet) adoptedStyleSheets.push(styleSheet);
  }

  clear(): void {
    this.#comment = '';
    this.#callBack = NOT_AGREED;
    // The bindings would miss the input since the last rendering.
    for (const field of this.#findAll('[part=input]')) field.value = '';
    for (const box of this.#findAll('#agreed')) box.checked = false;
  }

  /** Reads the fields. A field that is not shown keeps its input. */
  readInputs(): void {
    const { agreed, contact } = this.#callBack;
    this.#comment = this.#findAll('textarea')[0]?.value ?? this.#comment;
    this.#callBack = {
      agreed: this.#findAll('#agreed')[0]?.checked ?? agreed,
      contact: this.#findAll('#contact')[0]?.value ?? contact,
    };
  }

  answers(): Answer[] {
    const { name, kind } = this.#host;
    const answers: Answer[] = [];
    const add = (part: string, question: string, text: string): unknown =>
      answers.push({ name: `${name || kind}-${part}`, kind: 'text', value: text.trim() || null, question });
    if (this.#followUp) add('comment', this.#followUp, this.#comment);
    if (this.#offersCallBack && this.#callBack.agreed)
      add('contact', this.#strings.t('contact'), this.#callBack.contact);
    return answers;
  }

  /** `undefined` if the element does not ask for consent. */
  get consent(): Consent | undefined {
    return this.#offersCallBack ? { contact: this.#callBack.agreed } : undefined;
  }

  /** Consent to be contacted needs contact details, unless the page knows the respondent. */
  findValidityError(): ValidityError | undefined {
    const { agreed, contact } = this.#callBack;
    if (!this.#offersCallBack || !agreed || contact.trim() || this.#host.respondent) return undefined;
    const anchor = this.#host.renderRoot.querySelector<HTMLElement>('#contact') ?? undefined;
    return { flag: 'valueMissing', message: this.#strings.t('contactMissing'), anchor };
  }

  render(): unknown {
    return [this.#renderFollowUp(), this.#renderCallBack()];
  }

  /** Renders the link, unless leaving the page would lose the answer. */
  renderLink(): unknown {
    const { scoreGroup, shareLink, shareLabel, submission } = this.#host;
    const { outcome } = submission;
    const isSafe = outcome?.state === 'sent' || (outcome?.state === 'stored' && outcome.durable);
    const address = shareLink && httpAddress(this.#host, 'share-link', shareLink);
    if (!address || scoreGroup?.rank !== 'high' || !isSafe) return nothing;
    return html`<a part="link" href=${address}>${shareLabel ?? this.#strings.t('share')}</a>`;
  }

  /** Empty or `undefined` for none. */
  get #followUp(): string | undefined {
    const { scoreGroup, followUp } = this.#host;
    return scoreGroup?.followUp ?? followUp;
  }

  get #offersCallBack(): boolean {
    const { callBack, isStandalone, scoreGroup } = this.#host;
    return callBack && isStandalone && scoreGroup?.rank === 'low';
  }

  #renderFollowUp(): unknown {
    const followUp = this.#followUp;
    if (!followUp) return nothing;
    return html`<label part="field">
      <span part="label">${followUp} <small>${this.#strings.t('optional')}</small></span>
      <textarea
        part="input"
        rows="3"
        .value=${this.#comment}
        ?disabled=${this.#host.isLocked}
        @input=${this.#onInput}
      ></textarea>
    </label>`;
  }

  #renderCallBack(): unknown {
    if (!this.#offersCallBack) return nothing;
    const strings = {
      offer: this.#strings.t('callBack'),
      contact: this.#strings.t('contact'),
      error: (this.#host.showsErrors && this.findValidityError()?.message) || '',
    };
    return html`<div part="call-back" @input=${this.#onInput}>
      ${renderCallBack(this.#callBack, strings, this.#host)}
    </div>`;
  }

  /** The element's "input" event means another step, so the "input" of a text field does not leave the element. */
  #onInput = (event: Event): void => {
    event.stopPropagation();
    this.#host.syncInputs();
  };

  #findAll(selector: string): HTMLInputElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLInputElement>(selector)];
  }
}

const NOT_AGREED: CallBack = { agreed: false, contact: '' };
