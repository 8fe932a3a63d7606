import { keepKeys } from './keep-keys.ts';

/** What changes a text or moves in it, also together with Ctrl, Alt or Meta. */
const EDIT = /^(Arrow\w+|Home|End|Backspace|Delete|Insert)$/;
/** What does when pressed alone; the last three come from input methods and phones. */
const ALONE = /^(.|Enter|Page\w+|Dead|Process|Unidentified)$/su;
const FIELD = 'textarea, input:not([type=radio], [type=checkbox])';

/**
 * Keeps what is typed into the fields of an element from listeners of the page. Escape, Tab, function keys and shortcuts
 * go on. A listener that captures comes first, and can only ask whether the element is editable, as many do.
 */
export function keepTyping(host: HTMLElement): void {
  keepKeys(host, isTyped);
  Object.defineProperty(host, 'isContentEditable', { get: () => isTyping(host), configurable: true });
}

/** The focus is in a field for text, however deep. */
function isTyping({ shadowRoot }: Element): boolean {
  const active = shadowRoot?.activeElement as HTMLElement | null | undefined;
  return !!active && (active.isContentEditable || active.matches(FIELD));
}

function isTyped({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent, control: Element): boolean {
  if (!control.matches(FIELD)) return false;
  if (isComposing || EDIT.test(key)) return true;
  if (!ctrlKey && !metaKey && !altKey) return ALONE.test(key);
  // Option and AltGr, which is Ctrl and Alt on Windows, type signs: with a letter or digit they are a shortcut.
  return altKey ? !metaKey && /^[^\w ]$/u.test(key) : /^[acvxyz]$/i.test(key);
}
