import { ID_PATTERN } from '@heed/core';
import { toSafeMediaType } from '../files/media-type.ts';
import { ProblemError } from '../http/problem.ts';
import type { StoredFileContent } from '../store/store.ts';
import type { Route } from './route.ts';

export const getFile: Route = {
  method: 'GET',
  path: '/responses/:id/files/:number{[0-9]{1,9}}',
  access: 'token',
  query: [],
  returns: 'a file of a response, as a download',
  createHandler: ({ store }) => {
    return async ({ params: { id = '', number } }) => {
      const file = ID_PATTERN.test(id) ? await store.readFile(id, Number(number)) : undefined;
      if (file) return createDownload(file);
      throw new ProblemError('not-found', 'Use the "path" of a file in the list of responses.');
    };
  },
};

function createDownload({ name, type, size, bytes }: StoredFileContent): Response {
  return new Response(bytes, {
    headers: {
      'content-type': toSafeMediaType(type),
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(name)}`,
    },
  });
}

/** RFC 8187, section 3.2.1: also escapes four characters that `encodeURIComponent()` does not escape. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
