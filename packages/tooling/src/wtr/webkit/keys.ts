/** The code points of WebDriver for keys without a character, by `KeyboardEvent.key` or `.code`. */
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

/** Returns the WebDriver value of a key: a private code point for `Enter`, the character itself for `a`. */
export function toWebDriverKey(name: string): string {
  const value = codePoints[name] ?? name;
  if ([...value].length === 1) return value;
  throw new Error(`Unknown WebDriver key ${JSON.stringify(name)}. Add it to keys.ts.`);
}
