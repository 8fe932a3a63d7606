import type { Outcome } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, PATHS } from '../rendering/icons.ts';

/** Title and text, and what a screen reader reads after them. */
export type OutcomeText = [title: string, text: string, heard?: unknown];

/**
 * Tells what became of an answer; "sent" is never said before a confirmation. The region stays in the page, empty
 * at first, because assistive technology announces only what changes in it. It holds no controls. The group inside
 * receives the focus; its name is its text, so that a screen reader reads all of it. Of a status, Orca reads first lines
 * only; and the name of an element that was there before, it does not ask for again.
 *
 * @param outcome undefined while nothing is known
 * @param isFocused the region receives the focus, which reads it: it is not announced as well
 */
export function renderOutcome(
  outcome: Outcome | undefined,
  strings: OutcomeText | undefined,
  isFocused: boolean,
): TemplateResult {
  return html`<div
    part="status"
    role="status"
    aria-live=${isFocused ? 'off' : 'polite'}
    class=${outcome?.state ?? nothing}
  >
    ${outcome && strings && renderKnown(outcome, strings)}
  </div>`;
}

function renderKnown(outcome: Outcome, [title, text, heard]: OutcomeText): TemplateResult {
  return html`${icon(PATHS[outcome.state])}
    <div id="outcome" role="group" tabindex="-1" aria-labelledby="words ending">
      <div id="words">
        <strong part="status-title">${title}</strong>
        <p part="status-text">${('message' in outcome && outcome.message) || text}</p>
        ${heard}
      </div>
    </div>`;
}
