/**
 * Stops key events that an inner control handles, before listeners of the page see them. Those cannot know the control:
 * outside the shadow root, the event's target is the host.
 *
 * @param isOwn whether the control handles the key. Defaults to the keys of buttons, checkboxes and radio buttons.
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
