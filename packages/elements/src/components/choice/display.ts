const DISPLAYS = ['chips', 'list', 'segments'] as const;

/** The appearance of the options. */
export type ChoiceDisplay = (typeof DISPLAYS)[number];

/** Returns the `display` of a choice, or `chips` if it is unknown or impossible. Segments allow one selection. */
export function toPossibleDisplay({
  display,
  multiple,
}: {
  display: ChoiceDisplay | undefined;
  multiple: boolean;
}): ChoiceDisplay {
  const isPossible = display && DISPLAYS.includes(display) && !(multiple && display === 'segments');
  return isPossible ? display : 'chips';
}
