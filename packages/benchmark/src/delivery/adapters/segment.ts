/**
 * Follows the README of the package and its documentation of "custom proxy" and `keepalive`. The settings are inline,
 * because the client would otherwise load them from Segment.
 */
import { AnalyticsBrowser } from '@segment/analytics-next';
import { ITEM, type Adapter } from './adapter.ts';

const KEY = 'benchmark';
const QUEUED = /^persisted-queue:v1:.*:items$/;

const analytics = new AnalyticsBrowser();

export const adapter: Adapter = {
  async start() {
    analytics.load(
      { writeKey: KEY, cdnSettings: { integrations: { 'Segment.io': { apiKey: KEY } } } },
      {
        integrations: {
          'Segment.io': {
            apiHost: location.host,
            protocol: 'http',
            deliveryStrategy: { config: { keepalive: true } },
          },
        },
      },
    );
    await analytics;
  },
  async submit(text) {
    void analytics.track('Feedback', { text });
    return false;
  },
  async listWaiting() {
    const queues = Object.entries(localStorage).filter(([key]) => QUEUED.test(key));
    return queues.flatMap(([, items]) => String(items).match(ITEM) ?? []);
  },
};
