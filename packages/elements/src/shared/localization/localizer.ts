import type { LitElement, ReactiveController } from 'lit';
import type { Translation, Strings } from '../../locales/strings.ts';
import { isServer } from '../environment/is-server.ts';
import { nearestLanguage } from './nearest-language.ts';
import { lazyImport, seekers } from '../loading/lazy-import.ts';
import type { noteEnglish } from './mark-english.ts';

/** A page waits no longer than this for its language; then the element shows English and changes over later. */
const LOCALE_WAIT_MS = 1000;

/** Of the languages that there are words for: those whose digits are not 0 to 9, or may be by the page's wish. */
const OWN_DIGITS = /^(ar|bn|fa)\b|-u-/;

/** Comes with the list of languages, which an English page does not load. */
let note: typeof noteEnglish | undefined;

/** The words by language tag, as far as they are loaded. */
const loaded = new Map<string, Partial<Strings>>();
/** Languages whose words are there, or could not be loaded. */
const tried = new Set<string>();
const files = new Map<string, () => Promise<Partial<Strings> | undefined>>();

/** What looks for the nearest `lang` anew when one changes in the page. One observer serves every element. */
const followers = new Set<() => void>();
const followAll = (): void => followers.forEach((follow) => follow());
let observer: MutationObserver | undefined;

/**
 * The words of one element in the language of the page. English comes with the element; any other language is one
 * file, loaded when it is first needed. A missing language, or one that does not load, falls back to English.
 */
export class Localizer<Key extends keyof Strings> implements ReactiveController {
  /** Words of the team, which win over any language. */
  overrides: Partial<Strings> = {};
  /** Settles when the first words are there, or are not to be waited for any longer. */
  ready: Promise<unknown> | undefined;
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
    seekers.add(this.#seek);
    this.#follow();
  }

  hostDisconnected(): void {
    followers.delete(this.#follow);
    seekers.delete(this.#seek);
    if (followers.size === 0) observer?.disconnect();
  }

  /** BCP 47 tag of the nearest `lang`; `en` when the page names none. A server knows that of the element alone. */
  get language(): string {
    return isServer ? nearestLanguage(this.#host) : this.#language;
  }

  /**
   * The words for a key, with `{name}` replaced by the value of that name.
   *
   * @param limit the number that a plural depends on, which is the value `{limit}`, too
   */
  t(key: Key, values: Record<string, string> = {}, limit = 0): string {
    const { language } = this;
    const own = this.overrides[key] ?? loaded.get(language)?.[key];
    const word: Translation = own ?? this.#english[key];
    const form =
      typeof word === 'string' ? word : (word[new Intl.PluralRules(language).select(limit)] ?? word.other);
    const text = form.replace(
      /\{(\w+)\}/g,
      (whole, name: string) => values[name] ?? (name === 'limit' ? this.number(limit) : whole),
    );
    // Not while they are on their way: Firefox keeps telling a screen reader the language that it saw first.
    if (!own && tried.has(language)) note?.(this.#host, text, language, values);
    return text;
  }

  /** The words for elements inside of this one. On a server they cannot find its language themselves. */
  get inheritedStrings(): Partial<Strings> {
    return isServer ? { ...loaded.get(this.language), ...this.overrides } : this.overrides;
  }

  /** Adds the English words of a part that was loaded later. */
  extend<More extends keyof Strings>(english: Pick<Strings, More>): Localizer<Key | More> {
    const extended = this as unknown as Localizer<Key | More>;
    extended.#english = { ...this.#english, ...english } as Pick<Strings, Key | More>;
    return extended;
  }

  /** A number in the digits of the page's language. The first `Intl.NumberFormat` of a page costs more than all else. */
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

  /** In an update an element loads what it needs and lacks. */
  #seek = (): void => {
    this.#follow();
    this.#host.requestUpdate();
  };
}

/**
 * Loads the words of a language ahead: on a server, which cannot wait while it renders, or in a page that is about to
 * change its language. Never rejects: what does not load is tried again when it is needed the next time.
 *
 * @param tag BCP 47, as in `lang`
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
  const strings = await file();
  tried.add(tag);
  if (strings) loaded.set(tag, strings);
}

function isLoaded(tag: string): boolean {
  return loaded.has(tag) || /^en\b/.test(tag);
}
