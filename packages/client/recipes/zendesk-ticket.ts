import type { ResponseRecord } from '@heed/core';

/**
 * Returns a function that creates a ticket for a record. Runs on a server.
 *
 * @param site the URL of the account, such as `https://shop.zendesk.com`
 * @param token an agent's email address, `/token:` and the API token, such as
 *   `agent@shop.example/token:…`
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
