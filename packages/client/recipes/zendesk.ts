import type { ClientOptions } from '@heed/client';
import { referenceOf } from '@heed/core';

/** @param site the URL of the account, such as `https://shop.zendesk.com` */
export const zendesk = (site: string): ClientOptions => ({
  endpoint: `${site}/api/v2/requests`,
  transform: ({ id, survey, answers }) => {
    const lines = answers.map(
      ({ name, value }) => `${name}: ${JSON.stringify(value)}`,
    );
    return {
      request: {
        requester: { name: 'Website user' },
        subject: `Feedback: ${survey} ${referenceOf(id)}`,
        comment: { body: lines.join('\n') },
      },
    };
  },
  // No idempotency key: the endpoint does not support it, and its
  // preflight does not allow the header.
  request: ({ body }) => ({
    body,
    headers: { 'content-type': 'application/json' },
  }),
});
