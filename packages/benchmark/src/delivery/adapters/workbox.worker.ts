/** The service worker from "basic usage" in the documentation, which also recommends retrying a status of 500 and above. */
import { BackgroundSyncPlugin } from 'workbox-background-sync';
import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { ENDPOINT } from './adapter.ts';

declare const self: { skipWaiting(): Promise<void> };

const statusPlugin = {
  async fetchDidSucceed({ response }: { response: Response }): Promise<Response> {
    if (response.status >= 500) throw new Error(`Status ${response.status}`);
    return response;
  },
};
// The types do not support `exactOptionalPropertyTypes`.
const queue = new BackgroundSyncPlugin('feedback', { maxRetentionTime: 24 * 60 }) as WorkboxPlugin;

registerRoute(
  ({ url }) => url.pathname === ENDPOINT,
  new NetworkOnly({ plugins: [statusPlugin, queue] }),
  'POST',
);
void self.skipWaiting();
clientsClaim();
