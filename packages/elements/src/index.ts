/** The element classes and their types. Nothing is registered at import: see `@heed/elements/define/*`. */
export { HeedAttachment } from './attachment/attachment.ts';
export { HeedCes } from './ces/ces.ts';
export type { ChoiceOption } from './choice/choice.list.ts';
export type { ChoiceDisplay } from './choice/choice.ts';
export { HeedChoice } from './choice/choice.ts';
export { HeedConsent } from './consent/consent.ts';
export type { CsatDisplay } from './csat/csat.ts';
export { HeedCsat } from './csat/csat.ts';
export { HeedComplaint } from './complaint/complaint.ts';
export { HeedMatrix, type MatrixBattery, type MatrixDisplay } from './matrix/matrix.ts';
export { HeedNps } from './nps/nps.ts';
export { HeedSurvey, type StepDetail, type SurveyDisplay } from './survey/survey.ts';
export type { TextType } from './text/text.ts';
export { HeedText } from './text/text.ts';
export { HeedSubmitEvent, type OutcomeDetail } from './internal/submit-event.ts';
export { loadLanguage } from './internal/words.ts';
export type { Words } from './locales/words.ts';
