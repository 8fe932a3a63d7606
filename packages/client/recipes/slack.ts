import type { ClientOptions } from '@heed/client';
import { referenceOf } from '@heed/core';

/** @param webhook such as `https://hooks.slack.com/services/T…/B…/…` */
export const slack = (webhook: string): ClientOptions => ({
  endpoint: webhook,
  transform: ({ id, survey, answers }) => ({
    text: [`*${survey}* ${referenceOf(id)}`, ...answers.map(({ name, value }) => `${name}: ${String(value)}`)]
      .join('\n')
      // Otherwise a visitor could call the whole channel with <!channel>.
      .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? ''),
  }),
  // The preflight that JSON would need allows no `content-type`.
  request: ({ body }) => ({ body: new URLSearchParams({ payload: body }) }),
  acknowledge: ({ text }) => text === 'ok',
});
