import { warnOnce } from '../base/warn.ts';

/** Returns the value if it is allowed, else `undefined`. Warns of a value that is set and not allowed. */
export function readAllowedValue<Value extends string>(
  host: Element,
  attribute: string,
  value: string | undefined,
  allowed: readonly Value[],
): Value | undefined {
  const found = allowed.find((each) => each === value);
  if (value !== undefined && !found)
    warnOnce(host, 'HEED_DISPLAY', `${attribute} must be one of ${allowed.join(', ')}; got "${value}"`);
  return found;
}
