import type { Answer } from '@heed/core';
import type { FileItem, StoredItem } from '@heed/receiver';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatBytes, formatNumber, formatTime } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';
import { labelOf } from './labels.ts';

/** The last step of each scale that does not say it. */
const MAXIMA: Record<string, number> = { csat: 5, ces: 7 };

/** The team wants to have this file. */
type OnFile = (file: FileItem) => void;

/** The last answers, newest first, with the customers' own words as they wrote them. */
export function renderLatest(items: readonly StoredItem[], words: Words, onFile: OnFile): TemplateResult {
  return html`<section class="latest" aria-labelledby="latest-title">
    <h3 id="latest-title">${words.latestTitle}</h3>
    <ul>
      ${repeat(
        items,
        ({ cursor }) => cursor,
        (item) => renderItem(item, words, onFile),
      )}
    </ul>
  </section>`;
}

function renderItem(item: StoredItem, words: Words, onFile: OnFile): TemplateResult {
  const { reference, receivedAt, record, files } = item;
  const { survey, answers, context } = record;
  const text = answers.find(({ kind, value }) => kind === 'text' && value !== null);
  return html`<li data-reference=${reference}>
    <span class="value">${renderValue(answers[0], words)}</span>
    <div>
      <strong>
        ${words.surveys[survey] ?? survey}
        ${record.partial ? html`<small class="partial">${words.partial}</small>` : nothing}
      </strong>
      ${text ? html`<q lang=${context?.locale ?? nothing}><bdi>${text.value}</bdi></q>` : nothing}
      ${files ? renderFiles(files, words, onFile) : nothing}
      <span class="detail">
        ${formatTime(Date.parse(receivedAt))} · ${context?.locale ?? ''} · <bdi>${reference}</bdi>
      </span>
    </div>
  </li>`;
}

/** Buttons, because a link cannot carry the token. */
function renderFiles(files: readonly FileItem[], words: Words, onFile: OnFile): TemplateResult {
  return html`<div class="files" role="group" aria-label=${words.files}>
    ${files.map(
      (file) =>
        html`<button type="button" class="quiet" @click=${() => onFile(file)}>
          <bdi>${file.name}</bdi> <small>${formatBytes(file.size)}</small>
        </button>`,
    )}
  </div>`;
}

function renderValue(answer: Answer | undefined, words: Words): unknown {
  if (typeof answer?.value !== 'number') return answer ? labelOf(answer, words) : '–';
  const max = answer.max ?? MAXIMA[answer.kind] ?? 10;
  return html`<b>${formatNumber(answer.value)}</b><small aria-hidden="true">/${formatNumber(max)}</small>`;
}
