import type { ResponseRecord } from '@heed/core';

/**
 * Runs on a server: makes a ticket of each record.
 *
 * @param site such as `https://shop.zendesk.com`
 * @param token an agent's address, `/token:` and the token, such as `agent@shop.example/token:…`
 */
export function saveAsTicket(
  site: string,
  token: string,
  send = fetch,
) {
  return async ({
    id,
    survey,
    answers,
  }: ResponseRecord): Promise<void> => {
    const lines = answers.map(
      ({ name, value }) => `${name}: ${JSON.stringify(value)}`,
    );
    const reply = await send(`${site}/api/v2/tickets`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(token)}`,
        'idempotency-key': id,
      },
      body: JSON.stringify({
        ticket: {
          subject: `Feedback: ${survey}`,
          external_id: id,
          comment: { body: lines.join('\n') },
        },
      }),
    });
    if (!reply.ok) throw new Error(`Zendesk replied ${reply.status}`);
  };
}
