import type { Outcome } from '@heed/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, PATHS } from '../rendering/icons.ts';

/** Title, text, and content for screen readers after them. */
export type OutcomeText = [title: string, text: string, heard?: unknown];

/**
 * Renders the outcome of an answer. The region is always in the page, empty at first, because assistive technology
 * announces only changes. It contains no controls. The group inside receives the focus and is named by its text, so
 * that a screen reader reads all of it: of a status, Orca reads only the first lines, and it does not read a changed
 * name again.
 *
 * @param outcome `undefined` until it is known
 * @param isFocused the region receives the focus, so it must not be announced as well
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
