import { npsGroup } from '@heed/core';
import type { PropertyDeclarations } from 'lit';
import { ScaleElement } from '../../shared/base/scale-element.ts';
import type { ScoreGroup } from '../../shared/after-score/score-group.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { NpsStrings } from '../../locales/strings.ts';
import { npsEnglish } from '../../locales/en/nps.ts';

/**
 * Asks how likely the visitor is to recommend, from 0 to 10: the net promoter score.
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

  protected override get defaults(): { question: string; low: string; high: string } {
    return { question: this.t('npsQuestion'), low: this.t('npsLow'), high: this.t('npsHigh') };
  }

  protected override findGroup(score: number): ScoreGroup {
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
