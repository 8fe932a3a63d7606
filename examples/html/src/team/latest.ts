import type { Answer } from '@heed/core';
import type { StoredItem } from '@heed/receiver';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber, formatTime } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';

/** The last answers, newest first, with the customers' own words as they wrote them. */
export function renderLatest(items: readonly StoredItem[], words: Words): TemplateResult {
  return html`<section class="latest" aria-labelledby="latest-title">
    <h3 id="latest-title">${words.latestTitle}</h3>
    <ul>
      ${repeat(
        items,
        ({ cursor }) => cursor,
        (item) => renderItem(item, words),
      )}
    </ul>
  </section>`;
}

function renderItem({ reference, receivedAt, record }: StoredItem, words: Words): TemplateResult {
  const { survey, answers, context } = record;
  const text = answers.find(({ kind, value }) => kind === 'text' && value !== null);
  return html`<li data-reference=${reference}>
    <span class="value">${renderValue(answers[0], words)}</span>
    <div>
      <strong>${surveyName(survey, words)}</strong>
      ${text ? html`<q lang=${context?.locale ?? nothing}><bdi>${text.value}</bdi></q>` : nothing}
      <span class="detail">
        ${formatTime(Date.parse(receivedAt))} · ${context?.locale ?? ''} · <bdi>${reference}</bdi>
      </span>
    </div>
  </li>`;
}

function renderValue(answer: Answer | undefined, words: Words): unknown {
  if (typeof answer?.value !== 'number')
    return words.categories[String(answer?.value)] ?? answer?.value ?? '–';
  const max = answer.kind === 'csat' ? (answer.max ?? 5) : 10;
  return html`<b>${formatNumber(answer.value)}</b><small aria-hidden="true">/${formatNumber(max)}</small>`;
}

function surveyName(survey: string, words: Words): string {
  return survey === 'checkout' || survey === 'delivery' || survey === 'complaint' ? words[survey] : survey;
}
