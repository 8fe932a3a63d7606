import { nearestLanguage } from '../../../shared/localization/nearest-language.ts';
import { media } from '../platform.ts';

/** A value that a condition can compare. */
type Value = string | number | boolean | readonly string[] | { readonly [row: string]: number } | null;

/** What the names in `show-if` stand for; the page's traits cannot take the place of ours. */
export function lookUpFact(
  name: string,
  prompt: Element & { traits?: object | undefined },
  visits: number,
): Value {
  switch (name) {
    case 'language':
      return new Intl.Locale(nearestLanguage(prompt)).language;
    case 'device':
      return deviceOf();
    case 'visits':
      return visits;
    case 'path':
      return location.pathname;
    default:
      return lookUp(name, prompt.traits);
  }
}

/** A member of the object's own; null when there is none. What is no plain value compares with nothing. */
export function lookUp(name: string, object: unknown): Value {
  const holder = Object(object);
  return Object.hasOwn(holder, name) ? (holder[name] ?? null) : null;
}

/** By how it is used and by the shorter side of its screen, so that turning it changes nothing. */
function deviceOf(): 'phone' | 'tablet' | 'desktop' {
  if (!isTouched()) return 'desktop';
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';
}

export function isTouched(): boolean {
  return media('(hover: none) and (pointer: coarse)')?.matches ?? false;
}
