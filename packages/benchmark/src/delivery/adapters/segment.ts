/**
 * As the package's readme and the documentation of "custom proxy" and `keepalive` say. The settings, which the client
 * else loads from its vendor, are given inline.
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
  async waiting() {
    const queues = Object.entries(localStorage).filter(([key]) => QUEUED.test(key));
    return queues.flatMap(([, items]) => String(items).match(ITEM) ?? []);
  },
};
