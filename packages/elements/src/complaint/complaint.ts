import { referenceOf, type Answer, type Consent } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Draft } from '../internal/draft.ts';
import { HeedElement, type Flaw } from '../internal/heed-element.ts';
import type { OutcomeKind, OutcomeWords } from '../internal/outcome.ts';
import { fieldStyles } from '../internal/styles/field.styles.ts';
import { optionStyles } from '../internal/styles/option.styles.ts';
import { tokens } from '../internal/styles/tokens.ts';
import { warnOnce } from '../internal/warn.ts';
import { Localizer } from '../internal/words.ts';
import type { ComplaintWords } from '../locales/words.ts';
import {
  CATEGORIES,
  EMPTY,
  readValues,
  REMEDIES,
  SEVERITIES,
  type ComplaintValues,
} from './complaint.values.ts';
import { complaintStyles } from './complaint.styles.ts';
import { complaintEnglish } from './complaint.words.ts';
import { renderChoice, renderConsent, renderText, type FieldState } from './fields.ts';
import { renderReference } from './reference.ts';

type Key = keyof ComplaintWords | 'other';
type Field = keyof ComplaintValues;

/**
 * Takes a complaint from beginning to end, also without a network: what it is about, how serious it is, what happened,
 * what would put it right, and how to answer. What is typed survives a reload; a reference number is shown at once.
 *
 * ```html
 * <heed-complaint survey="complaint" endpoint="/feedback"></heed-complaint>
 * ```
 *
 * @tag heed-complaint
 * @slot question - The heading, when it needs more than plain text.
 * @slot intro - Text under the heading, such as what happens next.
 * @event {HeedSubmitEvent} heed-submit - The visitor sends the complaint; `detail` is the record. Cancelable.
 * @event {CustomEvent<OutcomeDetail>} heed-sent - The endpoint confirmed the complaint.
 * @event {CustomEvent<OutcomeDetail>} heed-stored - The complaint is kept and will be sent when that is possible.
 * @event {CustomEvent<OutcomeDetail>} heed-refused - The endpoint will never take the complaint; it is still shown.
 * @event {Event} input - The visitor entered something.
 * @event {Event} change - The visitor finished entering something.
 * @csspart base - Everything; a card when the element stands alone.
 * @csspart question - The heading.
 * @csspart field - A field with its label.
 * @csspart label - The label of a field.
 * @csspart options - The options of a choice.
 * @csspart option - An option; also `option-chosen` and `option-disabled`.
 * @csspart input - A text field.
 * @csspart hint - Help under a field.
 * @csspart consent - The permission to be contacted, with its box.
 * @csspart error - What is missing in a field.
 * @csspart actions - The row of buttons.
 * @csspart submit - The button that sends.
 * @csspart status - What became of the complaint, with `icon`, `status-title` and `status-text`.
 * @csspart reference - The reference number with its button.
 * @csspart copy - The button that copies the reference number.
 * @cssprop [--heed-color-accent=#3b4fd8] - The one colour of the team; the rest is derived so that contrast holds.
 * @cssprop [--heed-color-surface=light-dark(#fff, #1b1e29)] - Behind the form.
 * @cssprop [--heed-color-text=light-dark(#14161f, #eef0f6)] - Text.
 * @cssprop [--heed-color-text-quiet=light-dark(#555a6b, #a6acbd)] - Help.
 * @cssprop [--heed-color-outline=light-dark(#868c9e, #7b8195)] - Outlines of controls.
 * @cssprop [--heed-radius=8px] - Corners of controls; those of the card follow.
 * @cssprop [--heed-space=16px] - Between the parts; the padding of the card follows.
 * @cssprop [--heed-shadow=none] - Shadow of the card.
 * @cssstate sending - The complaint is on its way.
 * @cssstate sent - The endpoint confirmed the complaint.
 * @cssstate stored - The complaint is kept, not yet confirmed.
 * @cssstate refused - The endpoint refused the complaint.
 */
export class HeedComplaint extends HeedElement<Key> {
  static override styles = [tokens('complaint'), HeedElement.styles, optionStyles, fieldStyles, complaintStyles];
  static override properties: PropertyDeclarations = {
    categories: {},
    noDraft: { type: Boolean, attribute: 'no-draft' },
  };

  /** What a complaint may be about, as a list with commas: `Delivery, Billing, Other`. Absent: the usual eight. */
  declare categories: string | undefined;
  /** Keeps nothing that is typed on the device, for a shared one. */
  declare noDraft: boolean;

  protected override readonly localizer = new Localizer(this, complaintEnglish);
  #values: ComplaintValues = EMPTY;
  readonly #draft = new Draft<ComplaintValues>(this, () =>
    this.noDraft || !this.survey ? undefined : [this.survey, this.name].filter(Boolean).join(':'),
  );

  constructor() {
    super();
    this.noDraft = false;
  }

  /** The answers so far, in the order asked; null when nothing has been entered. */
  get value(): Answer[] | null {
    return this.#isEmpty ? null : this.answers;
  }

  override focus(options?: FocusOptions): void {
    const wrong = this.#flaws[0]?.field;
    const field = wrong && this.complains ? this.#controlOf(wrong) : this.renderRoot.querySelector('input');
    field?.focus(options);
  }

  formStateRestoreCallback(state: string): void {
    this.#set(readValues(parse(state)));
  }

  protected override clear(): void {
    this.#draft.clear();
    this.#values = EMPTY;
  }

  protected override get formValue(): [FormData, string] {
    const data = new FormData();
    for (const { name, value } of this.answers) {
      if (this.name && value !== null) data.append(`${this.name}-${name}`, String(value));
    }
    return [data, JSON.stringify(this.#values)];
  }

  protected override get answers(): Answer[] {
    const { category, severity, details, order, remedy, contact } = this.#values;
    return [
      this.#answer('category', 'choice', category),
      this.#answer('severity', 'choice', severity),
      this.#answer('details', 'text', details),
      this.#answer('order', 'text', order),
      this.#answer('remedy', 'choice', remedy),
      this.#answer('contact', 'text', contact),
    ];
  }

  protected override get consent(): Consent {
    return { contact: this.#values.consent };
  }

  protected override tell(kind: OutcomeKind): OutcomeWords {
    if (kind !== 'sent') return super.tell(kind);
    return [this.say('complaintSentTitle'), this.say('complaintSentText')];
  }

  protected override findFlaw(): Flaw | undefined {
    const flaw = this.#flaws[0];
    return flaw && { flag: 'valueMissing', message: flaw.message, anchor: this.#controlOf(flaw.field) };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.#set({ ...this.#values, ...readValues(this.#draft.load()) });
    if (this.categories !== undefined && this.#ownCategories.length === 0) {
      warnOnce(
        this,
        'HEED_LIST',
        '"categories" must be a list with commas such as "Delivery, Other", got none. The usual ones are used',
      );
    }
    this.#keepDraft();
  }

  protected override render(): TemplateResult {
    return html`<form
      part="base"
      class=${this.standsAlone ? 'card' : ''}
      novalidate
      aria-labelledby="question"
      @submit=${this.onSubmit}
      @input=${this.#onInput}
      @change=${this.onChange}
    >
      ${this.isDone ? nothing : this.#renderFields()} ${this.renderStatus(this.#renderReference())}
    </form>`;
  }

  #renderFields(): TemplateResult {
    return html`<p part="question" id="question">
        <slot name="question">${this.question || this.say('complaintQuestion')}</slot>
      </p>
      <slot name="intro"></slot>
      ${renderChoice(this.#state('category'), this.#categories, 'chips')}
      ${renderChoice(this.#state('severity'), this.#options(SEVERITIES), 'segments')}
      ${renderText(this.#state('details'), { rows: 4 })}
      ${renderText(this.#state('order'), { autocomplete: 'off' })}
      ${renderChoice(this.#state('remedy'), this.#options(REMEDIES), 'chips')}
      ${renderText({ ...this.#state('contact'), hint: this.say('contactHint') }, { autocomplete: 'email' })}
      ${renderConsent(this.#state('consent'))} ${this.#renderActions()}`;
  }

  #renderActions(): unknown {
    if (!this.standsAlone) return nothing;
    return html`<div part="actions">
      ${this.noDraft ? nothing : html`<small>${this.say('draftKept')}</small>`}
      ${this.renderSubmit(this.say('sendComplaint'))}
    </div>`;
  }

  /** The endpoint's own number once it has given one, until then the one made from the id. */
  #renderReference(): unknown {
    const { outcome, record } = this.submission;
    if (!record) return nothing;
    const given = outcome?.state === 'sent' ? outcome.reference : undefined;
    return renderReference(given ?? referenceOf(record.id), this.localizer);
  }

  #state(name: Field): FieldState {
    return {
      name,
      label: this.say(name),
      value: this.#values[name],
      note: REQUIRED.includes(name) || name === 'consent' ? '' : this.say('optional'),
      error: this.complains ? (this.#flaws.find((flaw) => flaw.field === name)?.message ?? '') : '',
      disabled: this.isLocked,
      readonly: this.readonly,
    };
  }

  get #categories(): { value: string; label: string }[] {
    const own = this.#ownCategories;
    return own.length > 0 ? own.map((label) => ({ value: label, label })) : this.#options(CATEGORIES);
  }

  get #ownCategories(): string[] {
    return (this.categories ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  }

  #options(values: readonly Key[]): { value: string; label: string }[] {
    return values.map((value) => ({ value, label: this.say(value) }));
  }

  #answer(field: Exclude<Field, 'consent'>, kind: 'choice' | 'text', value: string): Answer {
    return { name: field, kind, value: value.trim() || null, question: this.say(field) };
  }

  /** Not needed once the endpoint or the device's queue has it; needed again when the endpoint refuses it after all. */
  #keepDraft(): void {
    const { outcome } = this.submission;
    if (outcome?.state === 'refused') this.#draft.save(this.#values);
    else if (outcome?.state === 'sent' || outcome?.durable) this.#draft.clear();
  }

  get #isEmpty(): boolean {
    return Object.values(this.#values).every((value) => !value);
  }

  /** Nothing is missing in an untouched complaint that a form does not ask for. */
  get #flaws(): { field: Field; message: string }[] {
    if (this.#isEmpty && !this.required && !this.standsAlone) return [];
    const { category, details, contact, consent } = this.#values;
    return [
      ...(category ? [] : [{ field: 'category' as const, message: this.say('categoryMissing') }]),
      ...(details.trim() ? [] : [{ field: 'details' as const, message: this.say('detailsMissing') }]),
      ...(contact.trim() && !consent
        ? [{ field: 'consent' as const, message: this.say('consentMissing') }]
        : []),
    ];
  }

  #controlOf(field: Field): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>(`[name=${field}]`) ?? undefined;
  }

  #set(values: ComplaintValues): void {
    this.#values = values;
    this.updateForm();
    this.requestUpdate();
  }

  /** Every way in which a visitor enters something ends here. */
  #onInput = (event: Event): void => {
    const field = event.target as HTMLInputElement | HTMLTextAreaElement;
    const value =
      field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : field.value;
    this.#set({ ...this.#values, [field.name]: value });
    this.#draft.save(this.#values);
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const REQUIRED: readonly Field[] = ['category', 'details'];

declare global {
  interface HTMLElementTagNameMap {
    'heed-complaint': HeedComplaint;
  }
}
