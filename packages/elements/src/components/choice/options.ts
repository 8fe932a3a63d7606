import { listOptions, valueOf } from '../../shared/light-dom/original-text.ts';

/** An option. */
export interface ChoiceOption {
  /** The value in the answer. It must be unique and not empty. */
  value: string;
  /** The label that the user sees. */
  label: string;
  /** Shown, but cannot be chosen. */
  disabled?: boolean;
}

/** Reads the options that a page writes as `<option>` elements. */
export function readOptions(host: Element): ChoiceOption[] {
  return listOptions(host).map((option) => {
    const { label, disabled } = option;
    return { value: valueOf(option), label, disabled };
  });
}

/** Returns the options with a unique value that is not empty. */
export function withUniqueValues(options: readonly ChoiceOption[]): ChoiceOption[] {
  const seen = new Set(['']);
  return options.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** Splits a comma-separated attribute. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** A random order, which stays the same when the options change. */
export class Shuffle {
  readonly #places = new Map<string, number>();

  /** @param rendered options rendered by a server, whose order is kept */
  constructor(rendered: Iterable<HTMLElement> = []) {
    [...rendered].forEach(({ dataset }, place) => this.#places.set(dataset['label'] ?? '', place));
  }

  order(options: readonly ChoiceOption[], random = Math.random): readonly ChoiceOption[] {
    for (const { value } of options) if (!this.#places.has(value)) this.#places.set(value, random());
    const placeOf = ({ value }: ChoiceOption): number => this.#places.get(value) ?? 0;
    return [...options].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
