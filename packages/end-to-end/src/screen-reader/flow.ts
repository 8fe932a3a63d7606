/** A flow: a page, the keys that a user presses, and the speech that must be heard after each. */

export const LANGUAGES = ['en', 'de', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Text in the language of a flow: one of Heed's strings, see `heed()`, or a text with alternatives,
 * `{English|German|Arabic}`.
 */
export type Text = string | ((language: Language) => string);

/**
 * Keys, and the sentences that must be heard after them, in this order and separated from each other.
 *
 * Keys are X names separated by spaces, such as `Tab` or `shift+Tab`. `Forward` and `Backward` are the arrow keys in
 * reading direction. A step that starts with `"` types the rest. `F5` reloads the page, and its speech is not recorded.
 * On `F9`, the page dispatches the event `moment`.
 */
export type Step = readonly [keys: string, ...heard: Text[]];

export interface Flow {
  /** File name of the transcripts. */
  name: string;
  /** What a reviewer should check. */
  about: string;
  /** Markup after the button that has the initial focus. */
  page: string;
  steps: readonly Step[];
  /**
   * Keys after which only the required sentences are compared, because live regions change while the focus moves and
   * Orca speaks them in random order or drops some. Do not use it for other keys.
   */
  onlyRequiredAfter?: readonly string[];
  /** Defaults to all three. */
  languages?: readonly Language[];
  /** Language of the page, if Heed has no strings in it. Defaults to the language of the flow. */
  pageLanguage?: string;
  /** Language of the voice that Orca must request. Defaults to the language of the flow. */
  voice?: string;
}

const CHOICE = /\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}/g;

/** Returns the text in one language. */
export function inLanguage(text: Text, language: Language): string {
  if (typeof text === 'function') return text(language);
  return text.replaceAll(CHOICE, (_, ...choices: string[]) => choices[LANGUAGES.indexOf(language)] ?? '');
}

/**
 * The heading works around a behaviour of Orca: when the focused part of the page is removed, Orca silently assumes
 * that the first element has the focus, and says nothing when that element then receives it.
 */
export function toHtml({ page, pageLanguage }: Flow, language: Language): string {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${pageLanguage ?? language}" dir="${direction}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Page</title>
    <script type="module" src="/page.js"></script>
  </head>
  <body>
    <h1>${inLanguage('{Shop|Laden|المتجر}', language)}</h1>
    <p><button type="button">${inLanguage('{Begin|Anfang|البداية}', language)}</button></p>
    ${inLanguage(page, language)}
  </body>
</html>`;
}
