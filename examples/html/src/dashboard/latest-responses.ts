import type { Answer } from '@heed/core';
import type { FileItem, StoredItem } from '@heed/receiver';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatBytes, formatNumber, formatTime } from '../localization/format.ts';
import type { Strings } from '../localization/strings.ts';
import { findLabel } from './labels.ts';

/** The default maximum of each kind of scale. */
const MAXIMA: Record<string, number> = { csat: 5, ces: 7 };

/** Called when the user downloads a file. */
type OnFile = (file: FileItem) => void;

/** Renders the latest responses, newest first, with the comments in the language of the customer. */
export function renderLatest(items: readonly StoredItem[], strings: Strings, onFile: OnFile): TemplateResult {
  return html`<section class="latest" aria-labelledby="latest-title">
    <h3 id="latest-title">${strings.latestTitle}</h3>
    <ul>
      ${repeat(
        items,
        ({ cursor }) => cursor,
        (item) => renderItem(item, strings, onFile),
      )}
    </ul>
  </section>`;
}

function renderItem(item: StoredItem, strings: Strings, onFile: OnFile): TemplateResult {
  const { reference, receivedAt, record, files } = item;
  const { survey, answers, context } = record;
  const text = answers.find(({ kind, value }) => kind === 'text' && value !== null);
  return html`<li data-reference=${reference}>
    <span class="value">${renderValue(answers[0], strings)}</span>
    <div>
      <strong>
        ${strings.surveys[survey] ?? survey}
        ${record.partial ? html`<small class="partial">${strings.partial}</small>` : nothing}
      </strong>
      ${text ? html`<q lang=${context?.locale ?? nothing}><bdi>${text.value}</bdi></q>` : nothing}
      ${files ? renderFiles(files, strings, onFile) : nothing}
      <span class="detail">
        ${formatTime(Date.parse(receivedAt))} · ${context?.locale ?? ''} · <bdi>${reference}</bdi>
      </span>
    </div>
  </li>`;
}

/** Renders buttons, because a link cannot send the token. */
function renderFiles(files: readonly FileItem[], strings: Strings, onFile: OnFile): TemplateResult {
  return html`<div class="files" role="group" aria-label=${strings.files}>
    ${files.map(
      (file) =>
        html`<button type="button" class="quiet" @click=${() => onFile(file)}>
          <bdi>${file.name}</bdi> <small>${formatBytes(file.size)}</small>
        </button>`,
    )}
  </div>`;
}

function renderValue(answer: Answer | undefined, strings: Strings): unknown {
  if (typeof answer?.value !== 'number') return answer ? findLabel(answer, strings) : '–';
  const max = answer.max ?? MAXIMA[answer.kind] ?? 10;
  return html`<b>${formatNumber(answer.value)}</b><small aria-hidden="true">/${formatNumber(max)}</small>`;
}
