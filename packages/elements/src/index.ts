/** The element classes and their types. Nothing is registered at import: see `@heed/elements/define/*`. */
export { HeedAttachment } from './components/attachment/attachment.ts';
export { HeedCes } from './components/ces/ces.ts';
export type { ChoiceOption } from './components/choice/options.ts';
export type { ChoiceDisplay } from './components/choice/display.ts';
export { HeedChoice } from './components/choice/choice.ts';
export { HeedConsent } from './components/consent/consent.ts';
export type { CsatDisplay } from './components/csat/csat.ts';
export { HeedCsat } from './components/csat/csat.ts';
export { HeedComplaint } from './components/complaint/complaint.ts';
export { HeedLauncher, type LauncherPosition } from './components/launcher/launcher.ts';
export { HeedMatrix, type MatrixBattery, type MatrixDisplay } from './components/matrix/matrix.ts';
export { HeedNps } from './components/nps/nps.ts';
export {
  HeedPrompt,
  type HideReason,
  type PromptDisplay,
  type PromptPosition,
} from './components/prompt/prompt.ts';
export type { RuleResult } from './components/prompt/rules/scheduler.ts';
export { HeedSurvey, type StepDetail, type SurveyDisplay } from './components/survey/survey.ts';
export type { TextType } from './components/text/text.ts';
export { HeedText } from './components/text/text.ts';
export { HeedSubmitEvent, type OutcomeDetail } from './shared/submission/submit-event.ts';
export { loadLanguage } from './shared/localization/localizer.ts';
export type { Strings } from './locales/strings.ts';
