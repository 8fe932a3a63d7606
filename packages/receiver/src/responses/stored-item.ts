import type { ResponseRecord } from '@heed/core';
import type { NewFile, StoredFile, StoredResponse } from '../store/store.ts';

/** One response as it is listed, exported as JSON lines and given to `onStored`. */
export interface StoredItem {
  /** ISO 8601 in UTC with milliseconds, by the clock of the receiver. */
  receivedAt: string;
  /** Such as `HD-7F3-K9Q-XM2`. */
  reference: string;
  /** Place in the order of arrival: pass it as `after` or `before`. */
  cursor: string;
  /** What came with it, in the order of arrival; absent when nothing did. */
  files?: FileItem[];
  /** As it arrived, unknown members included. */
  record: ResponseRecord;
}

/** A file that came with a response. */
export interface FileItem extends StoredFile {
  /** Where its content is, below the address of the endpoint: `/responses/<id>/files/0`. */
  path: string;
}

/**
 * A {@link StoredItem} as JSON on one line. The record goes in as the text that arrived: nothing is lost on
 * the way through a parser, and no nesting is too deep.
 */
export function toJson({ id, receivedAt, reference, cursor, files, body }: StoredResponse): string {
  const head = JSON.stringify({
    receivedAt: receivedAt.toISOString(),
    reference,
    cursor,
    ...listFiles(id, files),
  });
  // Valid JSON has line breaks between its tokens only.
  return `${head.slice(0, -1)},"record":${body.replace(/[\r\n]+/g, ' ')}}`;
}

/** The member `files` of an item, if there are any. */
export function listFiles(id: string, files: readonly StoredFile[]): Pick<StoredItem, 'files'> {
  if (files.length === 0) return {};
  return { files: files.map((file, position) => ({ ...file, path: `/responses/${id}/files/${position}` })) };
}

/** As it will be read. */
export function describeFile({ bytes, ...file }: NewFile): StoredFile {
  return { ...file, size: bytes.byteLength };
}
