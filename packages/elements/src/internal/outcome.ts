import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../locales/words.ts';
import { icon, PATHS } from './icons.ts';
import type { Submission } from './submission.ts';
import type { Localizer } from './words.ts';

type Thanks = [title: string, text: string];

/**
 * Tells what became of an answer; "sent" is never said before a confirmation. The region stays in the page, empty
 * at first, because assistive technology announces only what changes in it.
 *
 * @param thanks title and text once the endpoint has confirmed
 * @param more what an element adds to good news, such as a reference number
 */
export function renderOutcome(
  { outcome, status }: Submission,
  words: Localizer<keyof CommonWords>,
  thanks: Thanks,
  more: unknown = nothing,
): TemplateResult {
  const shown = status === 'idle' || status === 'sending' ? undefined : outcome;
  return html`<div part="status" role="status" tabindex="-1" class=${shown?.state ?? nothing}>
    ${shown && renderShown(shown, words, thanks, more)}
  </div>`;
}

function renderShown(
  outcome: NonNullable<Submission['outcome']>,
  words: Localizer<keyof CommonWords>,
  thanks: Thanks,
  more: unknown,
): TemplateResult {
  const [path, title, text] = tell(outcome, words, thanks);
  return html`${icon(path)}
    <div>
      <strong part="status-title">${title}</strong>
      <p part="status-text">${('message' in outcome && outcome.message) || text}</p>
      ${outcome.state === 'refused' ? nothing : more}
    </div>`;
}

function tell(
  outcome: NonNullable<Submission['outcome']>,
  words: Localizer<keyof CommonWords>,
  thanks: Thanks,
): [path: string, title: string, text: string] {
  switch (outcome.state) {
    case 'sent':
      return [PATHS.check, ...thanks];
    case 'stored':
      return outcome.durable
        ? [PATHS.cloud, words.say('storedTitle'), words.say('storedText')]
        : [PATHS.cloud, words.say('memoryTitle'), words.say('memoryText')];
    case 'refused':
      return [PATHS.alert, words.say('refusedTitle'), words.say('refusedText')];
  }
}
