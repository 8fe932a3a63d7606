import { keepKeys } from './keep-keys.ts';

/** Keys that edit text or move the caret, also with Ctrl, Alt or Meta. */
const EDIT = /^(Arrow\w+|Home|End|Backspace|Delete|Insert)$/;
/** Keys that do so when pressed alone. The last three come from input methods and phones. */
const ALONE = /^(.|Enter|Page\w+|Dead|Process|Unidentified)$/su;
const FIELD = 'textarea, input:not([type=radio], [type=checkbox])';

/**
 * Stops key events of typing in the text fields of an element. Escape, Tab, function keys and shortcuts reach the page.
 * Capturing listeners run first; many check `isContentEditable`, which is true during typing.
 */
export function keepTyping(host: HTMLElement): void {
  keepKeys(host, isTyped);
  Object.defineProperty(host, 'isContentEditable', { get: () => isTyping(host), configurable: true });
}

/** Returns whether the focus is in a text field. */
function isTyping({ shadowRoot }: Element): boolean {
  const active = shadowRoot?.activeElement as HTMLElement | null | undefined;
  return !!active && (active.isContentEditable || active.matches(FIELD));
}

function isTyped({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent, control: Element): boolean {
  if (!control.matches(FIELD)) return false;
  if (isComposing || EDIT.test(key)) return true;
  if (!ctrlKey && !metaKey && !altKey) return ALONE.test(key);
  // Option and AltGr (Ctrl+Alt on Windows) type special characters. With a letter or digit they are a shortcut.
  return altKey ? !metaKey && /^[^\w ]$/u.test(key) : /^[acvxyz]$/i.test(key);
}
