declare module '*.css';

/** Its types lead to packages that are not published. */
declare module '@formbricks/surveys' {
  export function renderSurveyInline(props: {
    containerId: string;
    brandColor: string;
    survey: object;
  }): void;
}
