/** Returns the radio buttons of a row. Empty before the first rendering. */
export function findRadios(root: ParentNode | undefined, row: number): HTMLInputElement[] {
  return [...(root?.querySelectorAll<HTMLInputElement>(`[name="${row}"]`) ?? [])];
}

/** Returns the chosen radio button of a row, or its first one. */
export function findRadio(root: ParentNode | undefined, row: number): HTMLElement | undefined {
  const radios = findRadios(root, row);
  return radios.find(({ checked }) => checked) ?? radios[0];
}
