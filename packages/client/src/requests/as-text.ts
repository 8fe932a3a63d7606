import { HeedError } from '@heed/core';
import type { Message } from '../api/options.ts';

/**
 * Posts the same JSON as `text/plain`, for an endpoint that does not respond to a preflight.
 *
 * ```http
 * POST /feedback HTTP/1.1
 * content-type: text/plain;charset=UTF-8
 *
 * {"v":1,"id":"01939f6e-1c80-7abc-8def-0123456789ab","survey":"checkout", …}
 * ```
 *
 * It cannot send files; use `asForm` for them.
 *
 * @throws HeedError `HEED_RECORD` if there are files
 */
export function asText({ body, files }: Message): RequestInit {
  if (files) throw new HeedError('HEED_RECORD', 'asText', 'cannot send files; use asForm');
  return { body };
}
