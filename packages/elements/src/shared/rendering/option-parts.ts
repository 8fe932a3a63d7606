/** Returns the parts of an option: `option`, and `option-…` for each state that is true. */
export function optionParts(states: Record<string, boolean>): string {
  const held = Object.keys(states).filter((state) => states[state]);
  return ['option', ...held.map((state) => `option-${state}`)].join(' ');
}
