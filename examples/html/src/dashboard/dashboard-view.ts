import type { FileItem } from '@heed/receiver';
import { html, type TemplateResult } from 'lit';
import type { Strings } from '../localization/strings.ts';
import type { ChoiceScore, NumberScore } from './cards.ts';
import { renderCes } from './ces-card.ts';
import { renderCsat } from './csat-card.ts';
import { renderLatest } from './latest-responses.ts';
import type { Snapshot } from './poll-responses.ts';
import { renderNps } from './nps-card.ts';
import { renderPareto } from './pareto-card.ts';

export interface Actions {
  download(format: 'csv' | 'jsonl'): void;
  downloadFile(file: FileItem): void;
  addSamples(): void;
}

/** Renders the scores and the latest responses, or a hint before the first response. */
export function renderDashboard(
  snapshot: Snapshot,
  strings: Strings,
  isAdding: boolean,
  actions: Actions,
): TemplateResult {
  const { connection, latest, scores } = snapshot;
  const isEmpty = connection === 'live' && latest.length === 0;
  return html`<header class="dashboard-header">
      <h2 id="dashboard-title">${strings.dashboardTitle}</h2>
      <p class="connection ${connection}" role="status">${strings[connection]}</p>
      ${latest.length > 0 ? renderDownloads(strings, actions) : ''}
    </header>
    ${isEmpty ? renderEmpty(strings, isAdding, actions) : ''}
    <div class="scores">
      ${renderNps(findNumbers(scores, 'checkout', 'nps'), strings)}
      ${renderCsat(findNumbers(scores, 'delivery', 'csat'), strings)}
      ${renderCes(findNumbers(scores, 'ordering', 'ces'), strings)}
      ${renderPareto('cancellations', strings.cancellationsTitle, strings, findChoices(scores, 'cancellation', 'reason'))}
      ${renderPareto('complaints', strings.complaintsTitle, strings, findChoices(scores, 'complaint', 'category'))}
    </div>
    ${latest.length > 0 ? renderLatest(latest, strings, actions.downloadFile) : ''}`;
}

/** Renders a form for the token. */
export function renderLocked(
  strings: Strings,
  isWrong: boolean,
  onToken: (token: string) => void,
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const token = new FormData(event.currentTarget as HTMLFormElement).get('token');
    onToken(String(token).trim());
  };
  return html`<header class="dashboard-header">
      <h2 id="dashboard-title">${strings.dashboardTitle}</h2>
    </header>
    <form class="card locked" @submit=${submit}>
      <h3>${strings.lockedTitle}</h3>
      <p>${strings.lockedText}</p>
      <label>
        <span>${strings.token}</span>
        <input
          name="token"
          type="password"
          autocomplete="off"
          required
          dir="ltr"
          aria-invalid=${isWrong}
          aria-describedby="token-error"
        />
      </label>
      <p id="token-error" class="error" role="alert">${isWrong ? strings.wrongToken : ''}</p>
      <button>${strings.open}</button>
    </form>`;
}

function renderDownloads(strings: Strings, { download }: Actions): TemplateResult {
  return html`<p class="downloads">
    <span>${strings.download}</span>
    <button type="button" class="quiet" @click=${() => download('csv')}>CSV</button>
    <button type="button" class="quiet" @click=${() => download('jsonl')}>JSON Lines</button>
  </p>`;
}

function renderEmpty(strings: Strings, isAdding: boolean, { addSamples }: Actions): TemplateResult {
  return html`<div class="card empty">
    <h3>${strings.emptyTitle}</h3>
    <p>${strings.emptyText}</p>
    <button type="button" class="quiet" ?disabled=${isAdding} @click=${addSamples}>
      ${isAdding ? strings.adding : strings.addSamples}
    </button>
  </div>`;
}

function findNumbers(scores: Snapshot['scores'], survey: string, name: string): NumberScore | undefined {
  return scores.find(
    (score): score is NumberScore => score.survey === survey && score.name === name && 'counts' in score,
  );
}

function findChoices(scores: Snapshot['scores'], survey: string, name: string): ChoiceScore | undefined {
  return scores.find(
    (score): score is ChoiceScore => score.survey === survey && score.name === name && 'values' in score,
  );
}
