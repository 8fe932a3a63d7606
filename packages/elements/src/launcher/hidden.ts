/** Launchers that the visitor has removed: remembered on the device where that is permitted, else for the page view. */
import { mayRemember } from '../internal/may-remember.ts';

const hidden = new Set<string>();

export function isHidden(name: string): boolean {
  const key = toKey(name);
  return (
    attempt(() => {
      if (mayRemember()) return localStorage.getItem(key) !== null;
      // Consent that was taken back.
      localStorage.removeItem(key);
      return false;
    }) || hidden.has(name)
  );
}

export function setHidden(name: string, isGone: boolean): void {
  hidden[isGone ? 'add' : 'delete'](name);
  attempt(() => {
    if (isGone && mayRemember()) localStorage.setItem(toKey(name), '1');
    else localStorage.removeItem(toKey(name));
  });
}

/** A device that keeps nothing costs only the memory. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function toKey(name: string): string {
  return `heed-launcher:${name}`;
}
