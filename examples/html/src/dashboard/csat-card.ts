import type { CsatScore } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber, formatPercent } from '../localization/format.ts';
import type { Strings } from '../localization/strings.ts';
import { renderCard, renderHeadline, type NumberScore } from './cards.ts';
import { renderBar, renderInterval } from './charts.ts';

const STEPS = [5, 4, 3, 2, 1];
/** The lowest satisfied answer on a scale of five. */
const TOP_BOX = 4;

/** Renders the share of satisfied customers and the distribution of the answers. */
export function renderCsat(question: NumberScore | undefined, strings: Strings): TemplateResult {
  return renderCard('csat', strings.csatTitle, strings, question && renderScore(question, strings));
}

function renderScore({ counts, score: csat }: NumberScore, strings: Strings): unknown {
  const { n, score, low, high, mean, meanInterval, uncertain } = csat as CsatScore;
  if (score === null || low === null || high === null || mean === null) return nothing;
  const texts = { figure: formatPercent(score), low: formatPercent(low), high: formatPercent(high) };
  const most = Math.max(...STEPS.map((step) => counts[step] ?? 0));
  return html`${renderHeadline({ ...texts, label: strings.topTwo, n, uncertain }, strings)}
    <div class="on-scale">
      ${renderInterval({ min: 0, max: 100, score, low, high })}
      <p class="ends" aria-hidden="true">
        <bdi>${formatPercent(0)}</bdi><bdi>${formatPercent(50)}</bdi><bdi>${formatPercent(100)}</bdi>
      </p>
    </div>
    <ul class="distribution">
      ${STEPS.map((step) => renderStep(step, counts[step] ?? 0, most, strings))}
    </ul>
    <p class="note">
      ${fill(strings.mean, { mean: formatNumber(mean, 1) })} ${renderMeanInterval(meanInterval, strings)}
    </p>`;
}

/** The mean of one answer has no interval. */
function renderMeanInterval({ low, high }: CsatScore['meanInterval'], strings: Strings): unknown {
  if (low === null || high === null) return nothing;
  return html`<span
    >(${fill(strings.interval, { low: formatNumber(low, 1), high: formatNumber(high, 1) })})</span
  >`;
}

function renderStep(step: number, count: number, most: number, strings: Strings): TemplateResult {
  const name = fill(strings.stars, { value: formatNumber(step), max: formatNumber(5) });
  return html`<li>
    <span>
      <span class="visually-hidden">${name}</span><span aria-hidden="true">${formatNumber(step)} ★</span>
    </span>
    ${renderBar(count / most, step >= TOP_BOX)}
    <b>${formatNumber(count)}</b>
  </li>`;
}
