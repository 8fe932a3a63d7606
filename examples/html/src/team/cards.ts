import type { QuestionScore } from '@heed/receiver';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';

/** A question whose answers are numbers, with its counts. */
export type NumberScore = Extract<QuestionScore, { counts: unknown }>;
/** A question whose answers are choices, with its values. */
export type ChoiceScore = Extract<QuestionScore, { values: unknown }>;

/**
 * The frame of a score: title and, where there is nothing yet, the words for that.
 *
 * @param name its class
 */
export function renderCard(name: string, title: string, words: Words, content: unknown): TemplateResult {
  return html`<section class="card score ${name}" aria-labelledby="${name}-title">
    <h3 id="${name}-title">${title}</h3>
    ${content ?? html`<p class="note">${words.noAnswers}</p>`}
  </section>`;
}

export interface Headline {
  /** The score as text. */
  figure: string;
  /** Under the score. */
  label: string;
  n: number;
  /** Bounds of the 95 % interval as texts; empty when there is none, as for a mean of one answer. */
  low: string;
  high: string;
  uncertain: boolean;
}

/** The score, never without its number of answers and its interval. */
export function renderHeadline(
  { figure, label, n, low, high, uncertain }: Headline,
  words: Words,
): TemplateResult {
  return html`<div class="headline">
      <p class="figure"><bdi>${figure}</bdi> ${label ? html`<small>${label}</small>` : nothing}</p>
      <p class="basis">
        <span>${fill(words.n, { n: formatNumber(n) })}</span>
        ${low === '' ? nothing : html`<span>${fill(words.interval, { low, high })}</span>`}
      </p>
    </div>
    ${uncertain ? html`<p class="note uncertain">${words.uncertain}</p>` : nothing}`;
}
