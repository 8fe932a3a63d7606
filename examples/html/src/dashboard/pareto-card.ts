import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber, formatPercent } from '../localization/format.ts';
import type { Strings } from '../localization/strings.ts';
import { renderCard, type ChoiceScore } from './cards.ts';
import { renderBar } from './charts.ts';
import { listLabels } from './labels.ts';

/** The share of all answers from which the most frequent value is marked. */
const START_SHARE = 0.4;

/** Renders the chosen values, the most frequent value first. */
export function renderPareto(
  name: string,
  title: string,
  strings: Strings,
  question: ChoiceScore | undefined,
): TemplateResult {
  return renderCard(name, title, strings, question && renderBars(question, strings));
}

function renderBars({ name, n, values }: ChoiceScore, strings: Strings): unknown {
  const most = values[0]?.count ?? 0;
  const labels = listLabels(name, strings);
  return html`<p class="basis"><span>${fill(strings.n, { n: formatNumber(n) })}</span></p>
    <ol class="pareto">
      ${values.map(({ value, count }, index) => {
        const starts = index === 0 && count / n >= START_SHARE;
        return html`<li>
          <span class="category">
            <bdi>${labels[value] ?? value}</bdi>
            ${starts ? html`<small class="start">${strings.startHere}</small>` : nothing}
          </span>
          <span class="share"
            ><b>${formatNumber(count)}</b> <small>${formatPercent((100 * count) / n)}</small></span
          >
          ${renderBar(count / most, starts)}
        </li>`;
      })}
    </ol>`;
}
