import { nearestLanguage } from '../../../shared/localization/nearest-language.ts';
import { getMediaQuery } from '../../../shared/overlay/dom-fallbacks.ts';

/** A value that a condition can compare. */
type Value = string | number | boolean | readonly string[] | { readonly [row: string]: number } | null;

/** A tablet has a shorter screen side of at least this length. */
const MIN_TABLET_PX = 600;

/** Returns the value of a variable in `show-if`. Built-in variables take precedence over the page's traits. */
export function getVariable(
  name: string,
  prompt: Element & { traits?: object | undefined },
  visits: number,
): Value {
  switch (name) {
    case 'language':
      return new Intl.Locale(nearestLanguage(prompt)).language;
    case 'device':
      return getDevice();
    case 'visits':
      return visits;
    case 'path':
      return location.pathname;
    default:
      return getOwnValue(name, prompt.traits);
  }
}

/** Returns an own property of the object, or `null`. Conditions ignore values that they cannot compare. */
export function getOwnValue(name: string, object: unknown): Value {
  const owner = Object(object);
  return Object.hasOwn(owner, name) ? (owner[name] ?? null) : null;
}

/** Based on the input method and the shorter side of the screen, which rotation does not change. */
function getDevice(): 'phone' | 'tablet' | 'desktop' {
  if (!isTouchDevice()) return 'desktop';
  return Math.min(screen.width, screen.height) < MIN_TABLET_PX ? 'phone' : 'tablet';
}

export function isTouchDevice(): boolean {
  return getMediaQuery('(hover: none) and (pointer: coarse)')?.matches ?? false;
}
