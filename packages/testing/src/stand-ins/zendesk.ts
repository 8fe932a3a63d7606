import { ANY_ORIGIN, readJson, type Target } from './stand-in.ts';

/** The fields of a ticket that the tests check. */
interface Ticket {
  id: number;
  subject: string;
  body: string;
  externalId?: string;
}

interface Draft {
  subject?: string;
  external_id?: string;
  comment?: { body?: string };
}

/**
 * The ticket API of Zendesk.
 *
 * - `POST /api/v2/requests`, anonymous: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/
 * - It allows other origins, but 403 and 429 have no CORS headers:
 *   https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/making-cross-origin-browser-side-api-requests/
 * - `POST /api/v2/tickets` with a token, for servers only, and its `Idempotency-Key`, stored for two hours:
 *   https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency
 * - 422 and 429: https://developer.zendesk.com/api-reference/introduction/requests/
 */
export const zendesk: Target = () => {
  const tickets: Ticket[] = [];
  const known = new Map<string, { text: string; ticket: Ticket }>();
  const add = ({ subject = '', comment, external_id }: Draft): Ticket => {
    const ticket: Ticket = { id: tickets.length + 1, subject, body: comment?.body ?? '' };
    if (external_id) ticket.externalId = external_id;
    tickets.push(ticket);
    return ticket;
  };

  const createRequest = async (request: Request): Promise<Response> => {
    const { request: draft } = (readJson(await request.text()) ?? {}) as { request?: Draft };
    if (!draft?.comment?.body) return invalid();
    return Response.json({ request: add(draft) }, { status: 201, headers: ANY_ORIGIN });
  };
  const createTicket = async (request: Request): Promise<Response> => {
    if (!request.headers.get('authorization')?.startsWith('Basic '))
      return new Response(null, { status: 401 });
    const text = await request.text();
    const key = request.headers.get('idempotency-key') ?? '';
    const earlier = known.get(key);
    if (earlier && earlier.text !== text)
      return Response.json({ error: 'IdempotentRequestError' }, { status: 400 });
    const { ticket: draft } = (readJson(text) ?? {}) as { ticket?: Draft };
    if (!draft?.comment?.body) return invalid();
    const ticket = earlier?.ticket ?? add(draft);
    if (key) known.set(key, { text, ticket });
    const headers = { 'x-idempotency-lookup': earlier ? 'hit' : 'miss' };
    return Response.json({ ticket }, { status: 201, headers });
  };

  return {
    fetch(request) {
      const isForPages = new URL(request.url).pathname === '/api/v2/requests';
      if (request.method === 'OPTIONS') {
        const headers = { ...ANY_ORIGIN, 'access-control-allow-headers': 'authorization, content-type' };
        return new Response(null, { status: 204, headers: isForPages ? headers : {} });
      }
      return isForPages ? createRequest(request) : createTicket(request);
    },
    failure: () =>
      Response.json({ error: 'TooManyRequests' }, { status: 429, headers: { 'retry-after': '20' } }),
    stored: () => tickets,
  };
};

function invalid(): Response {
  return Response.json({ error: 'RecordInvalid', details: { base: [] } }, { status: 422 });
}
