import type { CesScore } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber, formatPercent } from '../localization/format.ts';
import type { Strings } from '../localization/strings.ts';
import { renderCard, renderHeadline, type NumberScore } from './cards.ts';
import { renderInterval } from './charts.ts';

const MIN = 1;
const MAX = 7;

/** Renders the customer effort score: the mean on its scale, and the share of answers that agree. */
export function renderCes(question: NumberScore | undefined, strings: Strings): TemplateResult {
  return renderCard(
    'ces',
    strings.cesTitle,
    strings,
    question && renderScore(question.score as CesScore, strings),
  );
}

function renderScore({ n, score, low, high, easy, uncertain }: CesScore, strings: Strings): unknown {
  if (score === null || easy.percent === null) return nothing;
  const toText = (bound: number | null): string => (bound === null ? '' : formatNumber(bound, 1));
  const texts = { figure: formatNumber(score, 1), low: toText(low), high: toText(high) };
  return html`${renderHeadline({ ...texts, label: strings.ofSeven, n, uncertain }, strings)}
    <div class="on-scale">
      ${renderInterval({ min: MIN, max: MAX, score, low, high })}
      <p class="ends" aria-hidden="true">
        <bdi>${formatNumber(MIN)}</bdi><bdi>${formatNumber((MIN + MAX) / 2)}</bdi
        ><bdi>${formatNumber(MAX)}</bdi>
      </p>
    </div>
    <p class="note">${fill(strings.easy, { share: formatPercent(easy.percent) })}</p>`;
}
