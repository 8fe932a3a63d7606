import { listOptions, valueOf } from '../../shared/light-dom/original-text.ts';

/** One entry of the list. */
export interface ChoiceOption {
  /** What the answer holds: not empty, and another one for each option. */
  value: string;
  /** What the visitor reads. */
  label: string;
  /** Shown, but not to be chosen. */
  disabled?: boolean;
}

/** The options that a page writes as `<option>` elements. */
export function readOptions(host: Element): ChoiceOption[] {
  return listOptions(host).map((option) => {
    const { label, disabled } = option;
    return { value: valueOf(option), label, disabled };
  });
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

/** Another order, which stays when the list changes. */
export class Shuffle {
  readonly #places = new Map<string, number>();

  /** @param drawn by a server, whose order is taken over */
  constructor(drawn: Iterable<HTMLElement> = []) {
    [...drawn].forEach(({ dataset }, place) => this.#places.set(dataset['label'] ?? '', place));
  }

  order(options: readonly ChoiceOption[], random = Math.random): readonly ChoiceOption[] {
    for (const { value } of options) if (!this.#places.has(value)) this.#places.set(value, random());
    const placeOf = ({ value }: ChoiceOption): number => this.#places.get(value) ?? 0;
    return [...options].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
