/** Code points by which WebDriver names the keys without a character, by their `KeyboardEvent.key` or `.code`. */
const codePoints: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  ShiftLeft: '\uE008',
  Control: '\uE009',
  ControlLeft: '\uE009',
  Alt: '\uE00A',
  AltLeft: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** What WebDriver calls a key: `Enter` is a private code point, `a` is itself. */
export function toWebDriverKey(name: string): string {
  const value = codePoints[name] ?? name;
  if ([...value].length === 1) return value;
  throw new Error(`No WebDriver key is named ${JSON.stringify(name)}: add it to keys.ts.`);
}
