import type { ClientOptions } from '@heed/client';
import { referenceOf } from '@heed/core';

/** @param webhook such as `https://hooks.slack.com/services/T…/B…/…` */
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
  // The preflight that JSON would need allows no `content-type`.
  request: ({ body }) => ({
    body: new URLSearchParams({ payload: body }),
  }),
  acknowledge: ({ text }) => text === 'ok',
});

/** Otherwise an answer with <!channel> would notify the whole channel. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
