import type { LitElement, ReactiveController } from 'lit';
import type { Word, Words } from '../locales/words.ts';
import { nearestLanguage } from './language.ts';

/** A page waits no longer than this for its language; then the element shows English and changes over later. */
const LOCALE_WAIT_MS = 1000;

/**
 * The words of one element in the language of the page. English comes with the element; any other language is one
 * file, loaded when it is first needed. A missing language, or one that does not load, falls back to English.
 */
export class Localizer<Key extends keyof Words> implements ReactiveController {
  /** BCP 47 tag of the nearest `lang`; `en` when the page names none. */
  language = 'en';
  /** Words of the team, which win over any language. */
  overrides: Partial<Words> = {};
  /** Settles when the first words are there, or are not to be waited for any longer. */
  ready: Promise<unknown> | undefined;
  #loaded: Partial<Words> = {};
  #english: Pick<Words, Key>;
  readonly #host: LitElement;
  readonly #observer = new MutationObserver(() => this.#follow());

  constructor(host: LitElement, english: Pick<Words, Key>) {
    this.#host = host;
    this.#english = english;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(document, { attributeFilter: ['lang'], subtree: true });
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /**
   * The words for a key, with `{name}` replaced by the value of that name.
   *
   * @param limit the number that a plural depends on, which is the value `{limit}`, too
   */
  say(key: Key, values: Record<string, string> = {}, limit = 0): string {
    const all: Record<string, string> = { limit: this.number(limit), ...values };
    const word: Word = this.overrides[key] ?? this.#loaded[key] ?? this.#english[key];
    const text =
      typeof word === 'string'
        ? word
        : (word[new Intl.PluralRules(this.language).select(limit)] ?? word.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => all[name] ?? whole);
  }

  /** Adds the English words of a part that was loaded later. */
  extend<More extends keyof Words>(english: Pick<Words, More>): Localizer<Key | More> {
    const extended = this as unknown as Localizer<Key | More>;
    extended.#english = { ...this.#english, ...english } as Pick<Words, Key | More>;
    return extended;
  }

  /** A number in the digits of the page's language. */
  number(value: number): string {
    return value.toLocaleString(this.language);
  }

  #follow(): void {
    const language = nearestLanguage(this.#host);
    if (language === this.language) return;
    this.language = language;
    this.ready = Promise.race([
      this.#load(language),
      new Promise((resolve) => setTimeout(resolve, LOCALE_WAIT_MS)),
    ]);
  }

  async #load(language: string): Promise<void> {
    const words = await loadWords(language);
    if (language !== this.language) return;
    this.#loaded = words;
    this.#host.requestUpdate();
  }
}

async function loadWords(language: string): Promise<Partial<Words>> {
  if (/^en\b/.test(language)) return {};
  try {
    const { loadLocale } = await import('../locales/index.ts');
    return await loadLocale(language);
  } catch {
    return {};
  }
}
