import { ANY_ORIGIN, readJson, readMediaType, type Target } from './stand-in.ts';

/**
 * An incoming webhook of Slack. It posts every request and has no idempotency keys.
 *
 * - JSON, or a form with JSON in the field `payload`: https://api.slack.com/custom-integrations/incoming-webhooks
 * - "ok", and the texts of errors: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * - 429: https://docs.slack.dev/apis/web-api/rate-limits
 * - The preflight allows no `content-type`: https://github.com/TheAppleFreak/winston-slack-webhook-transport/issues/20
 */
export const slack: Target = () => {
  const messages: string[] = [];
  const respond = (status: number, text: string): Response =>
    new Response(text, { status, headers: ANY_ORIGIN });
  return {
    async fetch(request) {
      if (request.method === 'OPTIONS') return respond(200, '');
      const payload = await readPayload(request);
      if (typeof payload !== 'object' || payload === null) return respond(400, 'invalid_payload');
      if (!('text' in payload) || typeof payload.text !== 'string') return respond(400, 'no_text');
      messages.push(payload.text);
      return respond(200, 'ok');
    },
    failure: () =>
      Response.json({ calls: 61 }, { status: 429, headers: { ...ANY_ORIGIN, 'retry-after': '20' } }),
    stored: () => messages,
  };
};

async function readPayload(request: Request): Promise<unknown> {
  const type = readMediaType(request);
  if (type === 'application/json') return readJson(await request.text());
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  return readJson(String((await request.formData()).get('payload')));
}
