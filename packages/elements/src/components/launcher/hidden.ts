/** Launchers that the visitor has removed: remembered on the device where that is permitted, else for the page view. */
import { mayRemember, watchConsent } from '../../shared/device/storage-consent.ts';

const hidden = new Set<string>();

export function isHidden(name: string): boolean {
  return hidden.has(name) || (mayRemember() && attempt(() => localStorage.getItem(toKey(name))) != null);
}

export function setHidden(name: string, isGone: boolean): void {
  hidden[isGone ? 'add' : 'delete'](name);
  keep(name);
}

/** Remembers the launcher once the user consents; what is kept goes when consent is taken back. @returns what ends it */
export function followConsent(name: string): () => void {
  return watchConsent((mayKeep) => {
    if (mayKeep && hidden.has(name)) keep(name);
  });
}

function keep(name: string): void {
  attempt(() => {
    if (hidden.has(name) && mayRemember()) localStorage.setItem(toKey(name), '1');
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
