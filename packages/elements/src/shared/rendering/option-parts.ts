/** The parts of one option by its states: `option`, and `option-…` for each state that holds. */
export function optionParts(states: Record<string, boolean>): string {
  const held = Object.keys(states).filter((state) => states[state]);
  return ['option', ...held.map((state) => `option-${state}`)].join(' ');
}
