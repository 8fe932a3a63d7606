/** A flow: a page, the keys that a user presses in it, and what must be heard after each of them. */

export const LANGUAGES = ['en', 'de', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Text in the language of a flow: one of Heed's own strings, see `heed()`, or text in which
 * `{English|German|Arabic}` stands for the one of the three.
 */
export type Text = string | ((language: Language) => string);

/**
 * Keys, then the sentences that must be heard after them, in this order and each apart from its neighbours.
 *
 * Keys are X names separated by spaces, such as `Tab` or `shift+Tab`. `Forward` and `Backward` are the arrow keys in
 * the direction of reading. A step that begins with `"` types the rest. `F5` loads the page again; what Orca says of that is not kept. At `F9` the page
 * fires the event `moment`.
 */
export type Step = readonly [keys: string, ...heard: Text[]];

export interface Flow {
  /** Name of the transcripts. */
  name: string;
  /** What a reviewer should listen for. */
  about: string;
  /** Markup below the button that has the focus at first. */
  page: string;
  steps: readonly Step[];
  /**
   * Keys after which only the required sentences are compared: live regions speak there while the focus moves, and Orca
   * takes them in an order of chance or drops some. Keep this to such keys.
   */
  onlyRequiredAfter?: readonly string[];
  /** Defaults to all three. */
  languages?: readonly Language[];
  /** Language of the page where Heed has no strings for it. Defaults to the language of the flow. */
  pageLanguage?: string;
  /** Language of the voice that Orca must ask for. Defaults to the language of the flow. */
  voice?: string;
}

const CHOICE = /\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}/g;

/** Returns the text in one language. */
export function inLanguage(text: Text, language: Language): string {
  if (typeof text === 'function') return text(language);
  return text.replaceAll(CHOICE, (_, ...choices: string[]) => choices[LANGUAGES.indexOf(language)] ?? '');
}

/**
 * The heading is there for Orca: it takes what comes first for focused, without a word, where the focused part of the
 * page goes away, and then says nothing when that really receives the focus.
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
