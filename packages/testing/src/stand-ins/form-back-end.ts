import { ANY_ORIGIN, type Target } from './stand-in.ts';

/**
 * A form back end such as Formspree. Every POST is a submission, and there are no idempotency keys.
 *
 * - With `Accept: application/json`, the reply is JSON instead of a redirect to a page, also for other origins:
 *   https://github.com/formspree/formspree/blob/master/README.md
 * - The format of replies and errors: https://github.com/formspree/formspree-js/tree/main/packages/formspree-core
 */
export const formBackEnd: Target = () => {
  const submissions: Submission[] = [];
  return {
    async fetch(request) {
      if (request.method === 'OPTIONS') return new Response(null, { status: 200, headers: ANY_ORIGIN });
      const wantsJson = request.headers.get('accept')?.includes('application/json');
      const submission = describe(Array.from(await request.formData()));
      if (Object.keys(submission.fields).length === 0)
        return reply(400, { error: 'EMPTY', errors: [{ code: 'EMPTY' }] });
      submissions.push(submission);
      if (wantsJson) return reply(200, { ok: true, next: '/thanks' });
      return new Response(null, { status: 302, headers: { ...ANY_ORIGIN, location: '/thanks' } });
    },
    // From the proxy in front of it.
    failure: () => new Response('Bad Gateway', { status: 502 }),
    stored: () => submissions,
  };
};

function reply(status: number, body: object): Response {
  return Response.json(body, { status, headers: ANY_ORIGIN });
}

interface Submission {
  fields: Record<string, string>;
  files: { field: string; name: string; type: string; size: number }[];
}

function describe(entries: [string, FormDataEntryValue][]): Submission {
  const submission: Submission = { fields: {}, files: [] };
  for (const [field, value] of entries) {
    if (typeof value === 'string') submission.fields[field] = value;
    else submission.files.push({ field, name: value.name, type: value.type, size: value.size });
  }
  return submission;
}
