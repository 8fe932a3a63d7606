import type { Outcome } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, PATHS } from './icons.ts';

/** What there are words for: what is kept in memory only is lost with the page, and must not sound safe. */
export type OutcomeKind = Outcome['state'] | 'memory';

/** Title and text. */
export type OutcomeWords = [title: string, text: string];

/**
 * Tells what became of an answer; "sent" is never said before a confirmation. The region stays in the page, empty
 * at first, because assistive technology announces only what changes in it.
 *
 * @param outcome undefined while nothing is known
 * @param more what an element adds to good news, such as a reference number
 */
export function renderOutcome(
  outcome: Outcome | undefined,
  tell: (kind: OutcomeKind) => OutcomeWords,
  more: unknown,
): TemplateResult {
  return html`<div part="status" role="status" tabindex="-1" class=${outcome?.state ?? nothing}>
    ${outcome && renderKnown(outcome, tell, more)}
  </div>`;
}

function renderKnown(
  outcome: Outcome,
  tell: (kind: OutcomeKind) => OutcomeWords,
  more: unknown,
): TemplateResult {
  const { state } = outcome;
  const [title, text] = tell(state === 'stored' && !outcome.durable ? 'memory' : state);
  return html`${icon(PATHS[state])}
    <div>
      <strong part="status-title">${title}</strong>
      <p part="status-text">${('message' in outcome && outcome.message) || text}</p>
      ${state === 'refused' ? nothing : more}
    </div>`;
}
