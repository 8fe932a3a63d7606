import { npsGroup } from '@heed/core';
import type { PropertyDeclarations } from 'lit';
import { ScaleElement } from '../../shared/base/scale-element.ts';
import type { ScoreGroup } from '../../shared/after-score/score-group.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { NpsStrings } from '../../locales/strings.ts';
import { npsEnglish } from '../../locales/en/nps.ts';

/**
 * Asks how likely the user is to recommend you, from 0 to 10: the Net Promoter Score (NPS).
 *
 * ```html
 * <heed-nps survey="checkout" endpoint="/feedback" question="How likely are you to recommend us?"></heed-nps>
 * ```
 *
 * @tag heed-nps
 */
export class HeedNps extends ScaleElement<keyof NpsStrings> {
  static override styles = [tokens('nps'), ScaleElement.styles];
  static override properties: PropertyDeclarations = {
    followUpDetractor: { attribute: 'follow-up-detractor' },
    followUpPassive: { attribute: 'follow-up-passive' },
    followUpPromoter: { attribute: 'follow-up-promoter' },
    thanksDetractor: { attribute: 'thanks-detractor' },
    thanksPassive: { attribute: 'thanks-passive' },
    thanksPromoter: { attribute: 'thanks-promoter' },
  };

  /** The follow-up question after a score of 0–6. Defaults to `follow-up`; an empty string asks nothing. */
  declare followUpDetractor: string | undefined;
  /** The follow-up question after a score of 7 or 8. Defaults to `follow-up`; an empty string asks nothing. */
  declare followUpPassive: string | undefined;
  /** The follow-up question after a score of 9 or 10. Defaults to `follow-up`; an empty string asks nothing. */
  declare followUpPromoter: string | undefined;
  /** The thank-you text after a score of 0–6. Defaults to `thanks`. */
  declare thanksDetractor: string | undefined;
  /** The thank-you text after a score of 7 or 8. Defaults to `thanks`. */
  declare thanksPassive: string | undefined;
  /** The thank-you text after a score of 9 or 10. Defaults to `thanks`. */
  declare thanksPromoter: string | undefined;

  protected override readonly localizer = new Localizer(this, npsEnglish);
  protected override readonly kind = 'nps';
  protected override readonly look = 'numbers';
  protected override readonly lowest = 0;
  protected override readonly highest = 10;

  protected override get defaults(): { question: string; low: string; high: string } {
    return { question: this.t('npsQuestion'), low: this.t('npsLow'), high: this.t('npsHigh') };
  }

  protected override groupOf(score: number): ScoreGroup {
    return {
      detractor: { rank: 'low', followUp: this.followUpDetractor, thanks: this.thanksDetractor } as const,
      passive: { rank: 'middle', followUp: this.followUpPassive, thanks: this.thanksPassive } as const,
      promoter: { rank: 'high', followUp: this.followUpPromoter, thanks: this.thanksPromoter } as const,
    }[npsGroup(score)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-nps': HeedNps;
  }
}
