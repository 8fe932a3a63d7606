import type { LitElement, ReactiveController } from 'lit';
import type { Translation, Strings } from '../../locales/strings.ts';
import { isServer } from '../environment/is-server.ts';
import { nearestLanguage } from './nearest-language.ts';
import { lazyImport, retryListeners } from '../loading/lazy-import.ts';
import type { noteEnglish } from './mark-english.ts';

/** How long an element waits for its language. Then it shows English until the language is loaded. */
const LOCALE_WAIT_MS = 1000;

/** Languages whose digits are not 0 to 9, or may not be because of a Unicode extension. */
const OWN_DIGITS = /^(ar|bn|fa)\b|-u-/;

/** Loaded with the list of languages, which an English page does not need. */
let note: typeof noteEnglish | undefined;

/** The loaded strings by language tag; `undefined` if they could not be loaded. */
const loaded = new Map<string, Partial<Strings> | undefined>();
const files = new Map<string, () => Promise<Partial<Strings> | undefined>>();

/** Called when a `lang` of the page changes. One observer serves all elements. */
const followers = new Set<() => void>();
const followAll = (): void => followers.forEach((follow) => follow());
let observer: MutationObserver | undefined;

/**
 * The strings of an element in the language of the page. English is part of the element. Every other language is a
 * file, loaded when it is first needed. A language that is missing or cannot be loaded falls back to English.
 */
export class Localizer<Key extends keyof Strings> implements ReactiveController {
  /** Strings of the page, which take precedence over every language. */
  overrides: Partial<Strings> = {};
  /** Resolves when the first strings are loaded, or when the element should not wait any longer. */
  declare ready: Promise<unknown> | undefined;
  #language = 'en';
  #english: Pick<Strings, Key>;
  readonly #host: LitElement;

  constructor(host: LitElement, english: Pick<Strings, Key>) {
    this.#host = host;
    this.#english = english;
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(followAll);
    if (followers.size === 0) observer.observe(document, { attributeFilter: ['lang'], subtree: true });
    followers.add(this.#follow);
    retryListeners.add(this.#retry);
    this.#follow();
  }

  hostDisconnected(): void {
    followers.delete(this.#follow);
    retryListeners.delete(this.#retry);
    if (followers.size === 0) observer?.disconnect();
  }

  /** BCP 47 tag of the nearest `lang`; `en` if there is none. A server only sees the `lang` of the element. */
  get language(): string {
    return isServer ? nearestLanguage(this.#host) : this.#language;
  }

  /**
   * Returns the string for a key, with `{name}` replaced by the value of that name.
   *
   * @param limit the number that selects the plural form, also available as `{limit}`
   */
  t(key: Key, values: Record<string, string> = {}, limit = 0): string {
    const { language } = this;
    const own = this.overrides[key] ?? loaded.get(language)?.[key];
    const string: Translation = own ?? this.#english[key];
    const form =
      typeof string === 'string'
        ? string
        : (string[new Intl.PluralRules(language).select(limit)] ?? string.other);
    const text = form.replace(
      /\{(\w+)\}/g,
      (whole, name: string) => values[name] ?? (name === 'limit' ? this.number(limit) : whole),
    );
    // Not while the language is loading: Firefox tells a screen reader only the first `lang` of an element.
    if (!own && loaded.has(language)) note?.(this.#host, text, language, values);
    return text;
  }

  /** The strings for elements inside this one. On a server, those cannot find its language. */
  get inheritedStrings(): Partial<Strings> {
    return isServer ? { ...loaded.get(this.language), ...this.overrides } : this.overrides;
  }

  /** Adds the English strings of a part that is loaded later. */
  extend<More extends keyof Strings>(english: Pick<Strings, More>): Localizer<Key | More> {
    const extended = this as unknown as Localizer<Key | More>;
    extended.#english = { ...this.#english, ...english } as Pick<Strings, Key | More>;
    return extended;
  }

  /** Returns a number in the digits of the language. Avoids the first `Intl.NumberFormat` of a page, which is slow. */
  number(value: number): string {
    const { language } = this;
    return value < 1000 && !OWN_DIGITS.test(language) ? String(value) : value.toLocaleString(language);
  }

  #follow = (): void => {
    const language = nearestLanguage(this.#host);
    if (language === this.#language && isLoaded(language)) return;
    this.#language = language;
    if (isLoaded(language)) this.#host.requestUpdate();
    else
      this.ready = Promise.race([
        loadLanguage(language).then(() => this.#host.requestUpdate()),
        new Promise((resolve) => setTimeout(resolve, LOCALE_WAIT_MS)),
      ]);
  };

  /** The update loads what the element still needs. */
  #retry = (): void => {
    this.#follow();
    this.#host.requestUpdate();
  };
}

/**
 * Loads the strings of a language in advance: on a server, which cannot wait while it renders, or before the page
 * changes its language. Never rejects: if the file cannot be loaded, the next use tries again.
 *
 * @param tag BCP 47 tag, as in `lang`
 */
export async function loadLanguage(tag: string): Promise<void> {
  if (isLoaded(tag)) return;
  const file =
    files.get(tag) ??
    lazyImport(async () => {
      const locales = await import('../../locales/index.ts');
      note = locales.noteEnglish;
      return locales.loadLocale(tag);
    });
  files.set(tag, file);
  loaded.set(tag, await file());
}

function isLoaded(tag: string): boolean {
  return !!loaded.get(tag) || /^en\b/.test(tag);
}
