/** A switch that cuts the shop's network, as a train in a tunnel does. The team's view keeps its own. */
import { keep } from '../page/kept.ts';

const kept = keep('network');

export function isCut(): boolean {
  return kept.read() === 'cut';
}

export function setCut(cut: boolean): void {
  if (cut) kept.write('cut');
  else kept.forget();
}

/** The page's `fetch`, as long as the network is not cut; then it fails as a browser without a network does. */
export const shopFetch: typeof fetch = async (input, init) => {
  if (isCut()) throw new TypeError('Failed to fetch');
  return fetch(input, init);
};
