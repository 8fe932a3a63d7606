import type { ClientOptions } from '@heed/client';
import { asText } from '@heed/client/requests';

/** @param script the URL of the script, such as `https://script.google.com/macros/s/…/exec` */
export const googleSheets = (script: string): ClientOptions => ({
  endpoint: script,
  // Apps Script redirects to another host for the reply.
  request: (message) => ({ ...asText(message), redirect: 'follow' }),
  acknowledge: ({ text }) =>
    (JSON.parse(text) as { isStored?: boolean }).isStored === true,
});
