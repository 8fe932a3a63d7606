/** Follows the documentation of "offline caching" and "user feedback", without integrations that report errors. */
import { captureFeedback, init, makeBrowserOfflineTransport, makeFetchTransport } from '@sentry/browser';
import type { Adapter } from './adapter.ts';
import { listItems, multiplyEntry } from './database.ts';

/** By default, Sentry stores at most 30 items, and sends old items only after a new one. */
const OFFLINE = { maxQueueSize: 20_000, flushAtStartup: true };

const makeTransport = makeBrowserOfflineTransport(makeFetchTransport);
const store = { database: 'sentry-offline', name: 'queue' };

export const adapter: Adapter = {
  async start() {
    init({
      dsn: `http://benchmark@${location.host}/1`,
      defaultIntegrations: false,
      transport: (options) => makeTransport({ ...options, ...OFFLINE }),
    });
  },
  async submit(text) {
    captureFeedback({ message: text });
    return false;
  },
  listWaiting: () => listItems(store),
  multiply: (count) => multiplyEntry(store, count),
};
