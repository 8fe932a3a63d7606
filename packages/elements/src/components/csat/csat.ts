import type { Answer } from '@heed/core';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { icon } from '../../shared/rendering/icons.ts';
import { LowHighScale } from '../../shared/base/low-high-scale.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { CsatStrings } from '../../locales/strings.ts';
import { FACES, STAR, THUMB } from './icons.ts';
import { csatStyles } from './csat.styles.ts';
import { csatEnglish } from '../../locales/en/csat.ts';

const DISPLAYS = ['stars', 'faces', 'numbers', 'thumbs'] as const;

/** The appearance of the steps. */
export type CsatDisplay = (typeof DISPLAYS)[number];

/**
 * Asks how satisfied the user is, with stars, faces, numbers or thumbs: customer satisfaction (CSAT).
 *
 * ```html
 * <heed-csat survey="delivery" endpoint="/feedback" question="How satisfied were you with your delivery?"></heed-csat>
 * ```
 *
 * @tag heed-csat
 * @csspart icon - The star, face or thumb of a step.
 * @cssprop [--heed-color-star=light-dark(#b45309, #fbbf24)] - The colour of the stars.
 */
export class HeedCsat extends LowHighScale<keyof CsatStrings> {
  static override styles = [tokens('csat'), LowHighScale.styles, csatStyles];
  static override properties: PropertyDeclarations = {
    display: {},
    max: { type: Number },
  };

  /** `stars`, `faces` (2–5 steps), `numbers` or `thumbs` (2 steps: 1 is down, 2 is up). Defaults to `stars`. */
  declare display: CsatDisplay | undefined;
  /** The highest step, 2–10. Thumbs always have 2 steps. Defaults to 5. */
  declare max: number | undefined;

  protected override readonly localizer = new Localizer(this, csatEnglish);
  protected override readonly kind = 'csat';
  protected override readonly lowest = 1;

  protected override get highest(): number {
    if (this.display === 'thumbs') return 2;
    return isMax(this.max) ? Number(this.max) : 5;
  }
  protected override get defaults(): { question: string; low: string; high: string } {
    const thumbs = this.look === 'thumbs';
    return {
      question: this.t('csatQuestion'),
      low: this.t(thumbs ? 'thumbDown' : 'csatLow'),
      high: this.t(thumbs ? 'thumbUp' : 'csatHigh'),
    };
  }
  protected override get stepStrings(): ['step' | 'starStep', 'stepEnd' | 'starStepEnd'] {
    return this.look === 'stars' ? ['starStep', 'starStepEnd'] : ['step', 'stepEnd'];
  }
  override get answers(): Answer[] {
    const [score, ...rest] = super.answers;
    return score ? [{ ...score, max: this.highest }, ...rest] : [];
  }

  /** The effective `display`: the given one if it is possible. */
  protected override get look(): CsatDisplay {
    const display = this.display ?? 'stars';
    if (!DISPLAYS.includes(display)) return 'stars';
    return display === 'faces' && this.highest > FACES.length ? 'numbers' : display;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { highest, look, max } = this;
    const display = this.display ?? 'stars';
    if (max != null && !isMax(max)) {
      const got = this.getAttribute('max') ?? max;
      warnOnce(this, 'HEED_MAX', `max must be a whole number from 2 to 10, got "${got}". Using ${highest}`);
    }
    if (look === display) return;
    const expected = `display must be one of ${DISPLAYS.join(', ')}, faces with at most ${FACES.length} steps`;
    warnOnce(this, 'HEED_DISPLAY', `${expected}; got "${display}" with ${highest}. Using ${look}`);
  }

  protected override get defaultThreshold(): number {
    return 0.8 * this.highest;
  }

  protected override renderStep(step: number): unknown {
    const { highest, look } = this;
    if (look === 'numbers') return super.renderStep(step);
    return icon({ stars: STAR, thumbs: THUMB, faces: faceOf(step, highest) }[look]);
  }
}

/** Returns the face of a step. Fewer than five steps are spread over the five faces: two steps get the first and the last. */
function faceOf(step: number, highest: number): string {
  return FACES[Math.round(((step - 1) * (FACES.length - 1)) / (highest - 1))] ?? '';
}

/** Some frameworks set a number as a string. */
function isMax(max: unknown): boolean {
  return /^([2-9]|10)$/.test(String(max));
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-csat': HeedCsat;
  }
}
