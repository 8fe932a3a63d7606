import { html, nothing, type TemplateResult } from 'lit';
import { fill, formatNumber, formatPercent } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';
import { renderCard, type ChoiceScore } from './cards.ts';
import { drawBar } from './charts.ts';
import { labelsOf } from './labels.ts';

/** A value with this share of all answers is where to start. */
const START_SHARE = 0.4;

/** What was chosen, the most frequent first. */
export function renderPareto(
  name: string,
  title: string,
  words: Words,
  question: ChoiceScore | undefined,
): TemplateResult {
  return renderCard(name, title, words, question && renderBars(question, words));
}

function renderBars({ name, n, values }: ChoiceScore, words: Words): unknown {
  const most = values[0]?.count ?? 0;
  const labels = labelsOf(name, words);
  return html`<p class="basis"><span>${fill(words.n, { n: formatNumber(n) })}</span></p>
    <ol class="pareto">
      ${values.map(({ value, count }, index) => {
        const starts = index === 0 && count / n >= START_SHARE;
        return html`<li>
          <span class="category">
            <bdi>${labels[value] ?? value}</bdi>
            ${starts ? html`<small class="start">${words.startHere}</small>` : nothing}
          </span>
          <span class="share"
            ><b>${formatNumber(count)}</b> <small>${formatPercent((100 * count) / n)}</small></span
          >
          ${drawBar(count / most, starts)}
        </li>`;
      })}
    </ol>`;
}
