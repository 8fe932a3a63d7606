import { html, nothing, svg, type TemplateResult } from 'lit';
import { fill, formatNumber, formatTime, formatWait } from '../page/format.ts';
import type { Words } from '../page/words/words.ts';
import type { QueueRow } from './queue.ts';

const ICONS = {
  cloud: 'M7 18a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 8.6a4.2 4.2 0 0 1-.6 9.4M12 12v7m0 0-2.6-2.6M12 19l2.6-2.6',
  check: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M8 12.4l2.7 2.7L16 9.6',
  alert: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7.4v5.4M12 16.4v.1',
};

/**
 * The rows of the queue.
 *
 * @param tryNow what a button does while something waits; without it there is no button
 */
export function renderQueue(
  rows: readonly QueueRow[],
  words: Words,
  now: number,
  tryNow?: () => void,
): unknown {
  if (rows.length === 0) return nothing;
  const waits = rows.some(isWaiting);
  return html`<ul class="rows">
      ${rows.map((row) => renderRow(row, words, now))}
    </ul>
    ${waits && tryNow ? html`<button type="button" class="quiet" @click=${tryNow}>${words.tryNow}</button>` : nothing}`;
}

/** One sentence on what waits. */
export function describeQueue(rows: readonly QueueRow[], words: Words, isCut: boolean): string {
  const count = rows.filter(isWaiting).length;
  const waiting = count > 0 ? fill(words.waits, { count: formatNumber(count) }) : words.nothingWaits;
  return isCut ? `${words.cut} · ${waiting}` : waiting;
}

function renderRow(row: QueueRow, words: Words, now: number): TemplateResult {
  const icon = row.state === 'delivered' ? 'check' : row.state === 'parked' ? 'alert' : 'cloud';
  return html`<li class=${row.state} data-reference=${row.reference}>
    <svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${ICONS[icon]} />`}</svg>
    <div>
      <strong>${titleOf(row, words)}</strong>
      <span class="detail"
        >${row.survey ? `${words.surveys[row.survey] ?? row.survey} · ` : ''}<bdi>${row.reference}</bdi></span
      >
      <span class="detail">${detailsOf(row, words, now).join(' · ')}</span>
    </div>
  </li>`;
}

function titleOf({ state }: QueueRow, words: Words): string {
  switch (state) {
    case 'delivered':
      return words.delivered;
    case 'held':
      return words.held;
    case 'parked':
      return words.parked;
    case 'retrying':
      return words.trying;
    case 'damaged':
    case 'newer':
      return words.unreadable;
    default:
      return words.stored;
  }
}

function detailsOf({ state, at, tries = 0, reason, due }: QueueRow, words: Words, now: number): string[] {
  if (state === 'delivered') return [formatTime(at ?? now)];
  return [
    reason === undefined ? '' : isStatus(reason) ? fill(words.answered, { reason }) : words.noConnection,
    tries > 0 ? fill(words.attempts, { count: formatNumber(tries) }) : '',
    due === undefined || due <= now ? '' : fill(words.nextTry, { when: formatWait(due - now) }),
  ].filter(Boolean);
}

/** It will be sent without anybody's help. */
function isWaiting({ state }: QueueRow): boolean {
  return state === 'waiting' || state === 'retrying' || state === 'held';
}

function isStatus(reason: string): boolean {
  return /^\d+$/.test(reason);
}
