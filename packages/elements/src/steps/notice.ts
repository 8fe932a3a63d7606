import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../internal/words.ts';
import type { KeptWords } from '../locales/words.ts';

/**
 * Says that what was entered before is back, and offers to do without it.
 *
 * @param files how many there were
 */
export function renderNotice(
  files: number,
  localizer: Pick<Localizer<keyof KeptWords>, 'say'>,
  isLocked: boolean,
  startOver: () => void,
): TemplateResult {
  return html`<div part="notice">
    <span>${localizer.say('draftRestored')} ${files > 0 ? localizer.say('filesNotKept') : nothing}</span>
    <button part="start-over" type="button" ?disabled=${isLocked} @click=${startOver}>
      ${localizer.say('startOver')}
    </button>
  </div>`;
}
