/** Remembers the launchers that the user has hidden: on the device with consent, else for the page view. */
import { mayRemember, watchConsent } from '../../shared/device/storage-consent.ts';

const hidden = new Set<string>();

export function isHidden(name: string): boolean {
  return hidden.has(name) || (mayRemember() && tryStorage(() => localStorage.getItem(toKey(name))) != null);
}

export function setHidden(name: string, value: boolean): void {
  hidden[value ? 'add' : 'delete'](name);
  store(name);
}

/** Stores a hidden launcher once the user consents. Returns a function that stops it. */
export function followConsent(name: string): () => void {
  return watchConsent((mayStore) => {
    if (mayStore && hidden.has(name)) store(name);
  });
}

function store(name: string): void {
  tryStorage(() => {
    if (hidden.has(name) && mayRemember()) localStorage.setItem(toKey(name), '1');
    else localStorage.removeItem(toKey(name));
  });
}

/** Without storage, the launcher is hidden for the page view only. */
function tryStorage<Result>(access: () => Result): Result | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

function toKey(name: string): string {
  return `heed-launcher:${name}`;
}
