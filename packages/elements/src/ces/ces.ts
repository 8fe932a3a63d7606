import { html } from 'lit';
import { LowHighScale } from '../internal/low-high-scale.ts';
import { tokens } from '../internal/styles/tokens.ts';
import { Localizer } from '../internal/words.ts';
import type { CesWords } from '../locales/words.ts';
import { cesEnglish } from './ces.words.ts';

/**
 * Asks how far the visitor agrees that it was easy, from 1 (disagree) to 7 (agree): the customer effort score 2.0.
 *
 * ```html
 * <heed-ces survey="support" endpoint="/feedback" question="Northwind made it easy for me to handle my issue."></heed-ces>
 * ```
 *
 * @tag heed-ces
 * @slot question - The statement, when it needs more than plain text.
 * @event {HeedSubmitEvent} heed-submit - The visitor sends the answer; `detail` is the record. Cancelable.
 * @event {CustomEvent<OutcomeDetail>} heed-sent - The endpoint confirmed the answer.
 * @event {CustomEvent<OutcomeDetail>} heed-stored - The answer is kept and will be sent when that is possible.
 * @event {CustomEvent<OutcomeDetail>} heed-refused - The endpoint will never take the answer; it is still shown.
 * @event {Event} input - The visitor chose another step.
 * @event {Event} change - The visitor chose another step.
 * @csspart base - Everything; a card when the element stands alone.
 * @csspart group - The question with its scale: the radio group.
 * @csspart question - The question.
 * @csspart scale - The row of steps.
 * @csspart option - A step; also `option-chosen`, `option-filled` (up to the chosen one) and `option-disabled`.
 * @csspart ends - The words at both ends.
 * @csspart error - What is missing.
 * @csspart field - A question in words with its field.
 * @csspart label - The words of a field.
 * @csspart input - A field.
 * @csspart call-back - The offer to contact the visitor after a low score, with its field.
 * @csspart consent - The permission in it.
 * @csspart link - The link that is offered after a high score.
 * @csspart submit - The button that sends.
 * @csspart status - What became of the answer, with `icon`, `status-title` and `status-text`.
 * @cssprop [--heed-color-accent=#3b4fd8] - The one colour of the team; the rest is derived so that contrast holds.
 * @cssprop [--heed-color-surface=light-dark(#fff, #1b1e29)] - Behind the question.
 * @cssprop [--heed-color-text=light-dark(#14161f, #eef0f6)] - Text.
 * @cssprop [--heed-color-text-quiet=light-dark(#555a6b, #a6acbd)] - Help and labels of the ends.
 * @cssprop [--heed-color-outline=light-dark(#868c9e, #7b8195)] - Outlines of controls.
 * @cssprop [--heed-radius=8px] - Corners of controls; those of the card follow.
 * @cssprop [--heed-space=16px] - Between the parts; the padding of the card follows.
 * @cssprop [--heed-shadow=none] - Shadow of the card.
 * @cssstate sending - The answer is on its way.
 * @cssstate sent - The endpoint confirmed the answer.
 * @cssstate stored - The answer is kept, not yet confirmed.
 * @cssstate refused - The endpoint refused the answer.
 */
export class HeedCes extends LowHighScale<keyof CesWords> {
  static override styles = [tokens('ces'), LowHighScale.styles];
  protected override readonly localizer = new Localizer(this, cesEnglish);
  protected override readonly kind = 'ces';
  protected override readonly look = 'numbers';
  protected override readonly lowest = 1;
  protected override readonly highest = 7;

  protected override get usual(): { question: string; low: string; high: string } {
    return { question: this.say('cesQuestion'), low: this.say('disagree'), high: this.say('agree') };
  }

  /** Agreement, 5–7: the share that the score counts as easy. */
  protected override isHigh(score: number): boolean {
    return score >= 5;
  }

  protected override renderStep(step: number): unknown {
    return html`<span aria-hidden="true">${this.localizer.number(step)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-ces': HeedCes;
  }
}
