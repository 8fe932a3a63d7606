import { ANY_ORIGIN, readJson, readMediaType, type Target } from './stand-in.ts';

interface Event {
  writeKey?: string;
  messageId?: string;
  userId?: string;
  anonymousId?: string;
}

/** The maximum size of an event. */
const MAX_BYTES = 32 * 1024;

/**
 * The tracking API of Segment.
 *
 * - Key in the body, sizes, statuses, 429: https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 * - A `messageId` is accepted once within 24 hours: https://segment.com/docs/guides/duplicate-data/
 * - It accepts `text/plain` from other origins, which its library sends:
 *   https://github.com/segmentio/analytics-next/blob/master/packages/browser/src/plugins/segmentio/fetch-dispatcher.ts
 */
export const segment: Target = () => {
  const events = new Map<string, Event>();
  const reply = (status: number, body: object): Response =>
    Response.json(body, { status, headers: ANY_ORIGIN });
  return {
    async fetch(request) {
      if (request.method === 'OPTIONS') return reply(200, {});
      const text = await request.text();
      const isJson = ['application/json', 'text/plain'].includes(readMediaType(request));
      const event = isJson && text.length <= MAX_BYTES ? readJson(text) : undefined;
      if (!event) return reply(400, { success: false });
      const { writeKey, messageId = crypto.randomUUID(), userId, anonymousId } = event as Event;
      // Segment also confirms events that it does not use.
      if (writeKey && (userId || anonymousId) && !events.has(messageId)) events.set(messageId, event);
      return reply(200, { success: true });
    },
    failure: () => new Response(null, { status: 429, headers: { ...ANY_ORIGIN, 'retry-after': '20' } }),
    stored: () => [...events.values()],
  };
};
