/** Surveys as JSON: types and validation. In a separate module, so that only pages with a JSON survey load it. */
export type {
  AttachmentQuestion,
  CesQuestion,
  ChoiceQuestion,
  ConsentQuestion,
  CsatQuestion,
  MatrixQuestion,
  NpsQuestion,
  SurveyContent,
  SurveyDefinition,
  SurveyEnding,
  SurveyItem,
  SurveyLink,
  SurveyOption,
  SurveyPicture,
  SurveyQuestion,
  SurveyScreen,
  SurveyStatement,
  SurveyStatementRow,
  SurveyStep,
  SurveyText,
  TextQuestion,
} from './definition.ts';
export { textIn } from './text.ts';
export { checkSurvey, compileSurvey, validateSurvey } from './validate-survey.ts';
export { findKind, KINDS, type Kind, type KnownKind, type ScaleKind } from '../record/kinds.ts';
