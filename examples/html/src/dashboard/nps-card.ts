import type { NpsScore } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, formatPercent, formatSigned } from '../localization/format.ts';
import type { Strings } from '../localization/strings.ts';
import { renderCard, renderHeadline, type NumberScore } from './cards.ts';
import { renderInterval, renderStack } from './charts.ts';

const GROUPS = ['detractors', 'passives', 'promoters'] as const;
const MIN = -100;
const MAX = 100;

/** Renders the net promoter score on its scale, and its three groups. */
export function renderNps(question: NumberScore | undefined, strings: Strings): TemplateResult {
  const score = question?.score as NpsScore | undefined;
  return renderCard('nps', strings.npsTitle, strings, score && renderScore(score, strings));
}

function renderScore(nps: NpsScore, strings: Strings): unknown {
  const { n, score, low, high, uncertain } = nps;
  if (score === null || low === null || high === null) return nothing;
  const texts = { figure: formatSigned(score), low: formatSigned(low), high: formatSigned(high) };
  return html`${renderHeadline({ ...texts, label: 'NPS', n, uncertain }, strings)}
    <div class="on-scale">
      ${renderInterval({ min: MIN, max: MAX, score, low, high })}
      <p class="ends" aria-hidden="true">
        <bdi>${formatSigned(MIN)}</bdi><bdi>${formatSigned(0)}</bdi><bdi>${formatSigned(MAX)}</bdi>
      </p>
    </div>
    ${renderStack(GROUPS.map((name) => ({ name, share: nps[name] / n })))}
    <ul class="legend">
      ${GROUPS.map(
        (name) =>
          html`<li class=${name}>
            <span>${strings[name]}</span> <b>${formatNumber(nps[name])}</b>
            <small>${formatPercent((100 * nps[name]) / n)}</small>
          </li>`,
      )}
    </ul>`;
}
