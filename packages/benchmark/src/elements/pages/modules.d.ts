declare module '*.css';

/** The types of the package import packages that are not published. */
declare module '@formbricks/surveys' {
  export function renderSurveyInline(props: {
    containerId: string;
    brandColor: string;
    survey: object;
  }): void;
}
