import type { CesScore } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber, formatPercent } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';
import { renderCard, renderHeadline, type NumberScore } from './cards.ts';
import { drawInterval } from './charts.ts';

const MIN = 1;
const MAX = 7;

/** How easy it was: the mean on its scale, and the share that agreed. */
export function renderCes(question: NumberScore | undefined, words: Words): TemplateResult {
  return renderCard('ces', words.cesTitle, words, question && renderScore(question.score as CesScore, words));
}

function renderScore({ n, score, low, high, easy, uncertain }: CesScore, words: Words): unknown {
  if (score === null || easy.percent === null) return nothing;
  const toText = (bound: number | null): string => (bound === null ? '' : formatNumber(bound, 1));
  const texts = { figure: formatNumber(score, 1), low: toText(low), high: toText(high) };
  return html`${renderHeadline({ ...texts, label: words.ofSeven, n, uncertain }, words)}
    <div class="on-scale">
      ${drawInterval({ min: MIN, max: MAX, score, low, high })}
      <p class="ends" aria-hidden="true">
        <bdi>${formatNumber(MIN)}</bdi><bdi>${formatNumber((MIN + MAX) / 2)}</bdi
        ><bdi>${formatNumber(MAX)}</bdi>
      </p>
    </div>
    <p class="note">${fill(words.easy, { share: formatPercent(easy.percent) })}</p>`;
}
