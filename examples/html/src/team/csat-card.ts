import type { CsatScore } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber, formatPercent } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';
import { renderCard, renderHeadline, type NumberScore } from './cards.ts';
import { drawBar, drawInterval } from './charts.ts';

const STEPS = [5, 4, 3, 2, 1];
/** On a scale of five these are the satisfied ones. */
const TOP_BOX = 4;

/** The share of satisfied customers, and how the answers are spread. */
export function renderCsat(question: NumberScore | undefined, words: Words): TemplateResult {
  return renderCard('csat', words.csatTitle, words, question && renderScore(question, words));
}

function renderScore({ counts, score: csat }: NumberScore, words: Words): unknown {
  const { n, score, low, high, mean, meanInterval, uncertain } = csat as CsatScore;
  if (score === null || low === null || high === null || mean === null) return nothing;
  const texts = { figure: formatPercent(score), low: formatPercent(low), high: formatPercent(high) };
  const most = Math.max(...STEPS.map((step) => counts[step] ?? 0));
  return html`${renderHeadline({ ...texts, label: words.topTwo, n, uncertain }, words)}
    <div class="on-scale">
      ${drawInterval({ min: 0, max: 100, score, low, high })}
      <p class="ends" aria-hidden="true">
        <bdi>${formatPercent(0)}</bdi><bdi>${formatPercent(50)}</bdi><bdi>${formatPercent(100)}</bdi>
      </p>
    </div>
    <ul class="distribution">
      ${STEPS.map((step) => renderStep(step, counts[step] ?? 0, most, words))}
    </ul>
    <p class="note">
      ${fill(words.mean, { mean: formatNumber(mean, 1) })} ${renderMeanInterval(meanInterval, words)}
    </p>`;
}

/** A mean of one answer has none. */
function renderMeanInterval({ low, high }: CsatScore['meanInterval'], words: Words): unknown {
  if (low === null || high === null) return nothing;
  return html`<span
    >(${fill(words.interval, { low: formatNumber(low, 1), high: formatNumber(high, 1) })})</span
  >`;
}

function renderStep(step: number, count: number, most: number, words: Words): TemplateResult {
  const name = fill(words.stars, { value: formatNumber(step), max: formatNumber(5) });
  return html`<li>
    <span>
      <span class="hidden-words">${name}</span><span aria-hidden="true">${formatNumber(step)} ★</span>
    </span>
    ${drawBar(count / most, step >= TOP_BOX)}
    <b>${formatNumber(count)}</b>
  </li>`;
}
