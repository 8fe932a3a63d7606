/** Simulates a lost network for the shop, but not for the dashboard. */
import { createStoredValue } from '../shared/stored-value.ts';

const stored = createStoredValue('network');

export function isCut(): boolean {
  return stored.read() === 'cut';
}

export function setCut(cut: boolean): void {
  if (cut) stored.write('cut');
  else stored.remove();
}

/** Calls `fetch`. Fails like a browser without a network while the switch is off. */
export const shopFetch: typeof fetch = async (input, init) => {
  if (isCut()) throw new TypeError('Failed to fetch');
  return fetch(input, init);
};
