import type { PropertyDeclarations } from 'lit';
import type { Strings } from '../../locales/strings.ts';
import { ScaleElement } from './scale-element.ts';
import type { ScoreGroup } from '../after-score/score-group.ts';

/** A scale whose scores fall into two groups, low and high. */
export abstract class LowHighScale<Key extends keyof Strings> extends ScaleElement<Key> {
  static override properties: PropertyDeclarations = {
    followUpLow: { attribute: 'follow-up-low' },
    followUpHigh: { attribute: 'follow-up-high' },
    thanksLow: { attribute: 'thanks-low' },
    thanksHigh: { attribute: 'thanks-high' },
    threshold: { type: Number },
  };

  /** Asked instead of `follow-up` after a low score; an empty text asks nothing. */
  declare followUpLow: string | undefined;
  /** Asked instead of `follow-up` after a high score; an empty text asks nothing. */
  declare followUpHigh: string | undefined;
  /** Said instead of `thanks` after a low score. */
  declare thanksLow: string | undefined;
  /** Said instead of `thanks` after a high score. */
  declare thanksHigh: string | undefined;
  /** The lowest score of the high group. Absent: 80 % of the scale for satisfaction, 5 for effort. */
  declare threshold: number | null | undefined;

  /** The lowest score of the high group, where the page names none. */
  protected abstract readonly defaultThreshold: number;

  protected override groupOf(score: number): ScoreGroup {
    return score >= Number(this.threshold ?? this.defaultThreshold)
      ? { rank: 'high', followUp: this.followUpHigh, thanks: this.thanksHigh }
      : { rank: 'low', followUp: this.followUpLow, thanks: this.thanksLow };
  }
}
