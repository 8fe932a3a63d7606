import type { ClientOptions } from '@heed/client';
import { asForm } from '@heed/client/requests';

/** @param form the URL of the form, such as `https://formspree.io/f/…` */
export const formBackEnd = (form: string): ClientOptions => ({
  endpoint: form,
  transform: ({ id, survey, answers }) => ({
    ...Object.fromEntries(
      answers.map(({ name, value }) => [name, value]),
    ),
    survey,
    id,
  }),
  request: asForm,
  // Without this header, the reply is a redirect to a thank-you page.
  headers: { accept: 'application/json' },
  acknowledge: ({ text }) =>
    (JSON.parse(text) as { ok?: boolean }).ok === true,
});
