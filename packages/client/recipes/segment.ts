import type { ClientOptions } from '@heed/client';
import { asText } from '@heed/client/requests';

/** @param site use `https://events.eu1.segmentapis.com` in the EU */
export const segment = (
  writeKey: string,
  site = 'https://api.segment.io',
): ClientOptions => ({
  endpoint: `${site}/v1/track`,
  transform: ({ id, survey, submittedAt, answers, respondent }) => ({
    writeKey,
    messageId: id,
    anonymousId: respondent?.id ?? id,
    event: 'Feedback Submitted',
    timestamp: submittedAt,
    properties: {
      survey,
      ...Object.fromEntries(
        answers.map(({ name, value }) => [name, value]),
      ),
    },
  }),
  request: asText,
});
