import { html, nothing, svg, type TemplateResult } from 'lit';
import { fill, formatNumber, formatTime, formatWait } from '../localization/format.ts';
import type { Strings } from '../localization/strings.ts';
import type { QueueEntry } from './queue.ts';

const ICONS = {
  cloud: 'M7 18a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 8.6a4.2 4.2 0 0 1-.6 9.4M12 12v7m0 0-2.6-2.6M12 19l2.6-2.6',
  check: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M8 12.4l2.7 2.7L16 9.6',
  alert: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7.4v5.4M12 16.4v.1',
};

/**
 * Renders the entries of the queue.
 *
 * @param tryNow Called by a button, which is shown while entries wait. Defaults to no button.
 */
export function renderQueue(
  entries: readonly QueueEntry[],
  strings: Strings,
  now: number,
  tryNow?: () => void,
): unknown {
  if (entries.length === 0) return nothing;
  const waits = entries.some(isWaiting);
  return html`<ul class="entries">
      ${entries.map((entry) => renderEntry(entry, strings, now))}
    </ul>
    ${waits && tryNow ? html`<button type="button" class="quiet" @click=${tryNow}>${strings.tryNow}</button>` : nothing}`;
}

/** Describes the queue in a sentence. */
export function describeQueue(entries: readonly QueueEntry[], strings: Strings, isCut: boolean): string {
  const count = entries.filter(isWaiting).length;
  const waiting = count > 0 ? fill(strings.waits, { count: formatNumber(count) }) : strings.nothingWaits;
  return isCut ? `${strings.cut} · ${waiting}` : waiting;
}

function renderEntry(entry: QueueEntry, strings: Strings, now: number): TemplateResult {
  const icon = entry.state === 'delivered' ? 'check' : entry.state === 'parked' ? 'alert' : 'cloud';
  return html`<li class=${entry.state} data-reference=${entry.reference}>
    <svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${ICONS[icon]} />`}</svg>
    <div>
      <strong>${readTitle(entry, strings)}</strong>
      <span class="detail"
        >${entry.survey ? `${strings.surveys[entry.survey] ?? entry.survey} · ` : ''}<bdi
          >${entry.reference}</bdi
        ></span
      >
      <span class="detail">${listDetails(entry, strings, now).join(' · ')}</span>
    </div>
  </li>`;
}

function readTitle({ state }: QueueEntry, strings: Strings): string {
  switch (state) {
    case 'delivered':
      return strings.delivered;
    case 'held':
      return strings.held;
    case 'parked':
      return strings.parked;
    case 'retrying':
      return strings.trying;
    case 'damaged':
    case 'newer':
      return strings.unreadable;
    default:
      return strings.stored;
  }
}

function listDetails(
  { state, at, tries = 0, reason, due }: QueueEntry,
  strings: Strings,
  now: number,
): string[] {
  if (state === 'delivered') return [formatTime(at ?? now)];
  return [
    reason === undefined ? '' : isStatus(reason) ? fill(strings.answered, { reason }) : strings.noConnection,
    tries > 0 ? fill(strings.attempts, { count: formatNumber(tries) }) : '',
    due === undefined || due <= now ? '' : fill(strings.nextTry, { when: formatWait(due - now) }),
  ].filter(Boolean);
}

/** Returns whether the client will send the entry automatically. */
function isWaiting({ state }: QueueEntry): boolean {
  return state === 'waiting' || state === 'retrying' || state === 'held';
}

function isStatus(reason: string): boolean {
  return /^\d+$/.test(reason);
}
