import type { ClientOptions } from '@heed/client';
import { referenceOf } from '@heed/core';

/** @param webhook the URL of the webhook, such as `https://hooks.slack.com/services/T…/B…/…` */
export const slack = (webhook: string): ClientOptions => ({
  endpoint: webhook,
  transform: ({ id, survey, answers }) => {
    const lines = answers.map(
      ({ name, value }) => `${name}: ${String(value)}`,
    );
    return {
      text: escape(
        [`*${survey}* ${referenceOf(id)}`, ...lines].join('\n'),
      ),
    };
  },
  // JSON needs a preflight, and Slack's does not allow `content-type`.
  request: ({ body }) => ({
    body: new URLSearchParams({ payload: body }),
  }),
  acknowledge: ({ text }) => text === 'ok',
});

/** Escapes Slack commands, such as `<!channel>`, in answers. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
