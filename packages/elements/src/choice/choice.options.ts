import { isServer } from 'lit';

/** One entry of the list. */
export interface ChoiceOption {
  /** What the answer holds: not empty, and another one for each option. */
  value: string;
  /** What the visitor reads. */
  label: string;
  /** Shown, but not to be chosen. */
  disabled?: boolean;
}

/** From the property or attribute, else from the `<option>` children of the element. */
export function readOptions(
  host: Element,
  given: string | readonly ChoiceOption[] | null | undefined,
): readonly ChoiceOption[] {
  if (typeof given === 'string') return splitList(given).map((value) => ({ value, label: value }));
  if (given || isServer) return given ?? [];
  return Array.from(
    host.querySelectorAll<HTMLOptionElement>(':scope > option'),
    ({ value, label, disabled }) => ({ value, label, disabled }),
  );
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
