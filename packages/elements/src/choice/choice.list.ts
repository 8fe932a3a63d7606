import type { LitElement, ReactiveController } from 'lit';

/** One entry of the list. */
export interface ChoiceOption {
  /** What the answer holds: not empty, and another one for each option. */
  value: string;
  /** What the visitor reads. */
  label: string;
  /** Shown, but not to be chosen. */
  disabled?: boolean;
}

/** What an element lets choose from, and in which order. Follows the `<option>` children of the element. */
export class ChoiceList implements ReactiveController {
  #children: readonly ChoiceOption[] = [];
  /** By value: keeps a shuffled order when the list changes. */
  readonly #places = new Map<string, number>();
  readonly #host: LitElement;
  #observer: MutationObserver | undefined;
  readonly #isDrawn: boolean;

  constructor(host: LitElement) {
    this.#host = host;
    // A server draws without the children, in an order of its own: both are taken over as they are.
    const drawn = host.shadowRoot?.querySelectorAll<HTMLElement>('[data-label]');
    this.#isDrawn = drawn !== undefined;
    drawn?.forEach(({ dataset }, place) => this.#places.set(dataset['label'] ?? '', place));
    host.addController(this);
  }

  hostConnected(): void {
    const host = this.#host;
    this.#observer ??= new MutationObserver(this.#read);
    this.#observer.observe(host, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['value', 'label', 'disabled'],
    });
    if (this.#isDrawn && !host.hasUpdated) void host.updateComplete.then(this.#read);
    else this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** @param given by the property or attribute, which comes before the children */
  all(given: string | readonly ChoiceOption[] | null | undefined): readonly ChoiceOption[] {
    if (typeof given !== 'string') return given ?? this.#children;
    return splitList(given).map((value) => ({ value, label: value }));
  }

  shuffled(options: readonly ChoiceOption[], random = Math.random): readonly ChoiceOption[] {
    for (const { value } of options) if (!this.#places.has(value)) this.#places.set(value, random());
    const placeOf = ({ value }: ChoiceOption): number => this.#places.get(value) ?? 0;
    return [...options].sort((a, b) => placeOf(a) - placeOf(b));
  }

  #read = (): void => {
    this.#children = Array.from(
      this.#host.querySelectorAll<HTMLOptionElement>(':scope > option'),
      ({ value, label, disabled }) => ({ value, label, disabled }),
    );
    this.#host.requestUpdate();
  };
}

/** Without those that cannot be told apart by what the answer holds. */
export function distinct(options: readonly ChoiceOption[]): ChoiceOption[] {
  const seen = new Set(['']);
  return options.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** A list as it is written in an attribute, with commas. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}
