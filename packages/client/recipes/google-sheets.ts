import type { ClientOptions } from '@heed/client';
import { asText } from '@heed/client/requests';

/** @param script such as `https://script.google.com/macros/s/…/exec` */
export const googleSheets = (script: string): ClientOptions => ({
  endpoint: script,
  // The reply of the script lies on another host, to which the post is redirected.
  request: (message) => ({ ...asText(message), redirect: 'follow' }),
  acknowledge: ({ text }) =>
    (JSON.parse(text) as { isStored?: boolean }).isStored === true,
});
