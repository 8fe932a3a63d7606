import type { ClientOptions } from '@heed/client';
import { referenceOf } from '@heed/core';

/** @param site such as `https://shop.zendesk.com` */
export const zendesk = (site: string): ClientOptions => ({
  endpoint: `${site}/api/v2/requests`,
  transform: ({ id, survey, answers }) => {
    const lines = answers.map(
      ({ name, value }) => `${name}: ${JSON.stringify(value)}`,
    );
    return {
      request: {
        requester: { name: 'A visitor' },
        subject: `Feedback: ${survey} ${referenceOf(id)}`,
        comment: { body: lines.join('\n') },
      },
    };
  },
  // No key: this endpoint knows none, and its preflight allows none.
  request: ({ body }) => ({
    body,
    headers: { 'content-type': 'application/json' },
  }),
});
