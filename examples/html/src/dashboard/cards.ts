import type { QuestionScore } from '@heed/receiver';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber } from '../localization/format.ts';
import type { Strings } from '../localization/strings.ts';

/** The scores of a question whose answers are numbers. */
export type NumberScore = Extract<QuestionScore, { counts: unknown }>;
/** The scores of a question whose answers are choices. */
export type ChoiceScore = Extract<QuestionScore, { values: unknown }>;

/**
 * Renders a card with a title. Without content, the card says that there are no answers yet.
 *
 * @param name The class of the card.
 */
export function renderCard(name: string, title: string, strings: Strings, content: unknown): TemplateResult {
  return html`<section class="card score ${name}" aria-labelledby="${name}-title">
    <h3 id="${name}-title">${title}</h3>
    ${content ?? html`<p class="note">${strings.noAnswers}</p>`}
  </section>`;
}

export interface Headline {
  /** The score as text. */
  figure: string;
  /** Follows the score. */
  label: string;
  n: number;
  /** Bounds of the 95 % interval as text. Empty without an interval, for example for one answer. */
  low: string;
  high: string;
  uncertain: boolean;
}

/** Renders a score, always with its number of answers and its interval. */
export function renderHeadline(
  { figure, label, n, low, high, uncertain }: Headline,
  strings: Strings,
): TemplateResult {
  return html`<div class="headline">
      <p class="figure"><bdi>${figure}</bdi> ${label ? html`<small>${label}</small>` : nothing}</p>
      <p class="basis">
        <span>${fill(strings.n, { n: formatNumber(n) })}</span>
        ${low === '' ? nothing : html`<span>${fill(strings.interval, { low, high })}</span>`}
      </p>
    </div>
    ${uncertain ? html`<p class="note uncertain">${strings.uncertain}</p>` : nothing}`;
}
