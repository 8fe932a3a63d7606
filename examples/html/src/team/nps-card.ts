import type { NpsScore } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, formatPercent, formatSigned } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';
import { renderCard, renderHeadline, type NumberScore } from './cards.ts';
import { drawInterval, drawStack } from './charts.ts';

const GROUPS = ['detractors', 'passives', 'promoters'] as const;
const MIN = -100;
const MAX = 100;

/** The net promoter score on its scale, and the three groups that it is made of. */
export function renderNps(question: NumberScore | undefined, words: Words): TemplateResult {
  const score = question?.score as NpsScore | undefined;
  return renderCard('nps', words.npsTitle, words, score && renderScore(score, words));
}

function renderScore(nps: NpsScore, words: Words): unknown {
  const { n, score, low, high, uncertain } = nps;
  if (score === null || low === null || high === null) return nothing;
  const texts = { figure: formatSigned(score), low: formatSigned(low), high: formatSigned(high) };
  return html`${renderHeadline({ ...texts, label: 'NPS', n, uncertain }, words)}
    <div class="on-scale">
      ${drawInterval({ min: MIN, max: MAX, score, low, high })}
      <p class="ends" aria-hidden="true">
        <bdi>${formatSigned(MIN)}</bdi><bdi>${formatSigned(0)}</bdi><bdi>${formatSigned(MAX)}</bdi>
      </p>
    </div>
    ${drawStack(GROUPS.map((name) => ({ name, share: nps[name] / n })))}
    <ul class="legend">
      ${GROUPS.map(
        (name) =>
          html`<li class=${name}>
            <span>${words[name]}</span> <b>${formatNumber(nps[name])}</b>
            <small>${formatPercent((100 * nps[name]) / n)}</small>
          </li>`,
      )}
    </ul>`;
}
