import type { PropertyDeclarations } from 'lit';
import type { Strings } from '../../locales/strings.ts';
import { ScaleElement } from './scale-element.ts';
import type { ScoreGroup } from '../after-score/score-group.ts';

/** A scale with two groups of scores, low and high. */
export abstract class LowHighScale<Key extends keyof Strings> extends ScaleElement<Key> {
  static override properties: PropertyDeclarations = {
    followUpLow: { attribute: 'follow-up-low' },
    followUpHigh: { attribute: 'follow-up-high' },
    thanksLow: { attribute: 'thanks-low' },
    thanksHigh: { attribute: 'thanks-high' },
    threshold: { type: Number },
  };

  /** The open question after a low score, instead of `follow-up`. Empty for none. */
  declare followUpLow: string | undefined;
  /** The open question after a high score, instead of `follow-up`. Empty for none. */
  declare followUpHigh: string | undefined;
  /** The confirmation after a low score, instead of `thanks`. */
  declare thanksLow: string | undefined;
  /** The confirmation after a high score, instead of `thanks`. */
  declare thanksHigh: string | undefined;
  /** The lowest score of the high group. Defaults to 80 % of the scale for satisfaction, and to 5 for effort. */
  declare threshold: number | null | undefined;

  /** The default of `threshold`. */
  protected abstract readonly defaultThreshold: number;

  protected override findGroup(score: number): ScoreGroup {
    return score >= Number(this.threshold ?? this.defaultThreshold)
      ? { rank: 'high', followUp: this.followUpHigh, thanks: this.thanksHigh }
      : { rank: 'low', followUp: this.followUpLow, thanks: this.thanksLow };
  }
}
