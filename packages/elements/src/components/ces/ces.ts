import { LowHighScale } from '../../shared/base/low-high-scale.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { CesStrings } from '../../locales/strings.ts';
import { cesEnglish } from '../../locales/en/ces.ts';

/**
 * Asks how far the user agrees that something was easy, from 1 (disagree) to 7 (agree): the Customer Effort Score (CES) 2.0.
 *
 * ```html
 * <heed-ces survey="support" endpoint="/feedback" question="Northwind made it easy for me to handle my issue."></heed-ces>
 * ```
 *
 * @tag heed-ces
 * @slot question - The statement, if it needs markup.
 */
export class HeedCes extends LowHighScale<keyof CesStrings> {
  static override styles = [tokens('ces'), LowHighScale.styles];
  protected override readonly localizer = new Localizer(this, cesEnglish);
  protected override readonly kind = 'ces';
  protected override readonly look = 'numbers';
  protected override readonly lowest = 1;
  protected override readonly highest = 7;

  protected override get defaults(): { question: string; low: string; high: string } {
    return { question: this.t('cesQuestion'), low: this.t('disagree'), high: this.t('agree') };
  }

  /** Agreement, 5–7: the score counts these answers as easy. */
  protected override readonly defaultThreshold = 5;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-ces': HeedCes;
  }
}
