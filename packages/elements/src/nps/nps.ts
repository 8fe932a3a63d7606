import { npsGroup } from '@heed/core';
import { html, type PropertyDeclarations } from 'lit';
import { ScaleElement } from '../internal/scale-element.ts';
import type { ScoreGroup } from '../internal/after-score/score-group.ts';
import { tokens } from '../internal/styles/tokens.ts';
import { Localizer } from '../internal/words.ts';
import type { NpsWords } from '../locales/words.ts';
import { npsEnglish } from './nps.words.ts';

/**
 * Asks how likely the visitor is to recommend, from 0 to 10: the net promoter score.
 *
 * ```html
 * <heed-nps survey="checkout" endpoint="/feedback" question="How likely are you to recommend us?"></heed-nps>
 * ```
 *
 * @tag heed-nps
 * @slot question - The question, when it needs more than plain text.
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
export class HeedNps extends ScaleElement<keyof NpsWords> {
  static override styles = [tokens('nps'), ScaleElement.styles];
  static override properties: PropertyDeclarations = {
    followUpDetractor: { attribute: 'follow-up-detractor' },
    followUpPassive: { attribute: 'follow-up-passive' },
    followUpPromoter: { attribute: 'follow-up-promoter' },
    thanksDetractor: { attribute: 'thanks-detractor' },
    thanksPassive: { attribute: 'thanks-passive' },
    thanksPromoter: { attribute: 'thanks-promoter' },
  };

  /** Asked instead of `follow-up` after 0–6; an empty text asks nothing. */
  declare followUpDetractor: string | undefined;
  /** Asked instead of `follow-up` after 7 and 8; an empty text asks nothing. */
  declare followUpPassive: string | undefined;
  /** Asked instead of `follow-up` after 9 and 10; an empty text asks nothing. */
  declare followUpPromoter: string | undefined;
  /** Said instead of `thanks` after 0–6. */
  declare thanksDetractor: string | undefined;
  /** Said instead of `thanks` after 7 and 8. */
  declare thanksPassive: string | undefined;
  /** Said instead of `thanks` after 9 and 10. */
  declare thanksPromoter: string | undefined;

  protected override readonly localizer = new Localizer(this, npsEnglish);
  protected override readonly kind = 'nps';
  protected override readonly look = 'numbers';
  protected override readonly lowest = 0;
  protected override readonly highest = 10;

  protected override get usual(): { question: string; low: string; high: string } {
    return { question: this.say('npsQuestion'), low: this.say('npsLow'), high: this.say('npsHigh') };
  }

  protected override groupOf(score: number): ScoreGroup {
    return {
      detractor: { rank: 'low', followUp: this.followUpDetractor, thanks: this.thanksDetractor } as const,
      passive: { rank: 'middle', followUp: this.followUpPassive, thanks: this.thanksPassive } as const,
      promoter: { rank: 'high', followUp: this.followUpPromoter, thanks: this.thanksPromoter } as const,
    }[npsGroup(score)];
  }

  protected override renderStep(step: number): unknown {
    return html`<span aria-hidden="true">${this.localizer.number(step)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-nps': HeedNps;
  }
}
