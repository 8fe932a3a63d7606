import { html, nothing } from 'lit';
import type { ComplaintStrings } from '../../locales/strings.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { DoubleClickGuard } from '../../shared/steps/double-click-guard.ts';
import type { ComplaintSteps } from './complaint-steps.ts';

interface Actions {
  steps: ComplaintSteps;
  clickGuard: DoubleClickGuard;
  disabled: boolean;
  /** The complaint sends its own answer, so the last step has a submit button. */
  isSubmittable: boolean;
  /** The device keeps a draft, which the user reads next to the buttons. */
  keepsDraft: boolean;
  localizer: Localizer<keyof ComplaintStrings>;
  renderSend(): unknown;
  onBack(): void;
}

/** Renders the row of buttons. */
export function renderActions(actions: Actions): unknown {
  const { steps, clickGuard, localizer, disabled } = actions;
  const { current, isLast } = steps;
  if (isLast && current === 0 && !actions.isSubmittable) return nothing;
  const back = html`<button part="back" type="button" ?disabled=${disabled} @click=${actions.onBack}>
    ${localizer.t('back')}
  </button>`;
  const next = html`<button part="next" ?disabled=${disabled}>${localizer.t('next')}</button>`;
  return html`<div part="actions" @mousedown=${clickGuard.onMouseDown} @click=${clickGuard.onClick}>
    ${actions.keepsDraft ? html`<small>${localizer.t('draftKept')}</small>` : nothing}
    ${current > 0 ? back : nothing} ${isLast ? actions.renderSend() : next}
  </div>`;
}
