import type { FileItem } from '@heed/receiver';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../page/words/words.ts';
import type { ChoiceScore, NumberScore } from './cards.ts';
import { renderCes } from './ces-card.ts';
import { renderCsat } from './csat-card.ts';
import { renderLatest } from './latest.ts';
import type { Snapshot } from './live.ts';
import { renderNps } from './nps-card.ts';
import { renderPareto } from './pareto-card.ts';

export interface Actions {
  download(format: 'csv' | 'jsonl'): void;
  downloadFile(file: FileItem): void;
  addSamples(): void;
}

/** The scores and the last answers, or what to do while there are none. */
export function renderTeam(
  snapshot: Snapshot,
  words: Words,
  isAdding: boolean,
  actions: Actions,
): TemplateResult {
  const { connection, latest, scores } = snapshot;
  const isEmpty = connection === 'live' && latest.length === 0;
  return html`<header class="team-header">
      <h2 id="team-title">${words.teamTitle}</h2>
      <p class="connection ${connection}" role="status">${words[connection]}</p>
      ${latest.length > 0 ? renderDownloads(words, actions) : ''}
    </header>
    ${isEmpty ? renderEmpty(words, isAdding, actions) : ''}
    <div class="scores">
      ${renderNps(findNumbers(scores, 'checkout', 'nps'), words)}
      ${renderCsat(findNumbers(scores, 'delivery', 'csat'), words)}
      ${renderCes(findNumbers(scores, 'ordering', 'ces'), words)}
      ${renderPareto('cancellations', words.cancellationsTitle, words, findChoices(scores, 'cancellation', 'reason'))}
      ${renderPareto('complaints', words.complaintsTitle, words, findChoices(scores, 'complaint', 'category'))}
    </div>
    ${latest.length > 0 ? renderLatest(latest, words, actions.downloadFile) : ''}`;
}

/** Asks for the token. */
export function renderLocked(
  words: Words,
  isWrong: boolean,
  onToken: (token: string) => void,
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const token = new FormData(event.currentTarget as HTMLFormElement).get('token');
    onToken(String(token).trim());
  };
  return html`<header class="team-header"><h2 id="team-title">${words.teamTitle}</h2></header>
    <form class="card locked" @submit=${submit}>
      <h3>${words.lockedTitle}</h3>
      <p>${words.lockedText}</p>
      <label>
        <span>${words.token}</span>
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
      <p id="token-error" class="error" role="alert">${isWrong ? words.wrongToken : ''}</p>
      <button>${words.open}</button>
    </form>`;
}

function renderDownloads(words: Words, { download }: Actions): TemplateResult {
  return html`<p class="downloads">
    <span>${words.download}</span>
    <button type="button" class="quiet" @click=${() => download('csv')}>CSV</button>
    <button type="button" class="quiet" @click=${() => download('jsonl')}>JSON Lines</button>
  </p>`;
}

function renderEmpty(words: Words, isAdding: boolean, { addSamples }: Actions): TemplateResult {
  return html`<div class="card empty">
    <h3>${words.emptyTitle}</h3>
    <p>${words.emptyText}</p>
    <button type="button" class="quiet" ?disabled=${isAdding} @click=${addSamples}>
      ${isAdding ? words.adding : words.addSamples}
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
