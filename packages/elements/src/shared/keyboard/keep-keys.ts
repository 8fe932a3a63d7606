/**
 * Keeps the keys that a control inside understands from listeners of the page around it. Those cannot see which control
 * it is, since outside of the shadow root a key seems to come from the host.
 *
 * @param isOwn the control understands the key. Absent: that of buttons, boxes and radio buttons
 */
export function keepKeys(
  host: HTMLElement,
  isOwn: (event: KeyboardEvent, control: Element) => boolean = isPress,
): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    host.addEventListener(type, (event) => {
      const control = event.composedPath()[0] as Element;
      if (control.getRootNode() === host.shadowRoot && isOwn(event, control)) event.stopPropagation();
    });
  }
}

function isPress({ key, ctrlKey, altKey, metaKey }: KeyboardEvent, control: Element): boolean {
  return (
    /^( |Enter|Arrow\w+)$/.test(key) &&
    !(ctrlKey || altKey || metaKey) &&
    control.matches(key.startsWith('Arrow') ? '[type=radio]' : 'input, button, a')
  );
}
