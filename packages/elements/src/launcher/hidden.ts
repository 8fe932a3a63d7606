/** Launchers that the visitor has removed: remembered on the device where that is permitted, else for the page view. */
import { mayRemember } from '../internal/may-remember.ts';

const hidden = new Set<string>();

export function isHidden(name: string): boolean {
  return hidden.has(name) || attempt(() => localStorage.getItem(toKey(name))) !== undefined;
}

export function setHidden(name: string, isGone: boolean): void {
  hidden[isGone ? 'add' : 'delete'](name);
  attempt(() => (isGone ? localStorage.setItem(toKey(name), '1') : localStorage.removeItem(toKey(name))));
}

/** A device that keeps nothing costs only the memory. */
function attempt<Result>(act: () => Result | null): Result | undefined {
  try {
    return (mayRemember() ? act() : undefined) ?? undefined;
  } catch {
    return undefined;
  }
}

function toKey(name: string): string {
  return `heed-launcher:${name}`;
}
