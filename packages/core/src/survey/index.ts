/**
 * A whole survey as JSON: its type and its validator. A module of its own, so that only those load it who have one.
 */
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
