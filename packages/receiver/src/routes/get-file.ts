import { ID_PATTERN } from '@heed/core';
import { servedType } from '../files/media-type.ts';
import type { Store } from '../store/store.ts';

/** A file as a download; undefined when there is none. */
export async function readFileDownload(
  store: Store,
  id: string,
  position: number,
): Promise<Response | undefined> {
  const file = ID_PATTERN.test(id) ? await store.readFile(id, position) : undefined;
  return (
    file &&
    new Response(file.bytes, {
      headers: {
        'content-type': servedType(file.type),
        'content-length': String(file.size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeName(file.name)}`,
      },
    })
  );
}

/** RFC 8187, section 3.2.1: `encodeURIComponent` leaves these four, which must be escaped there. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
