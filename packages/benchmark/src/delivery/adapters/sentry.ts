/** As the documentation of "offline caching" and "user feedback" says. Without the integrations, which report errors. */
import { captureFeedback, init, makeBrowserOfflineTransport, makeFetchTransport } from '@sentry/browser';
import type { Adapter } from './adapter.ts';
import { listItems, multiplyRow } from './rows.ts';

/** Without the first it keeps 30 items at most; without the second it sends nothing old before something new. */
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
  waiting: () => listItems(store),
  multiply: (count) => multiplyRow(store, count),
};
