import { referenceOf, type ResponseRecord } from '@heed/core';
import type { NewFile, NewResponse, StoredFile, StoredResponse } from '../store/store.ts';

/** A response in a list, in a JSON Lines export, and as the argument of `onStored`. */
export interface StoredItem {
  /** Time of arrival by the receiver's clock, in ISO 8601 (UTC, with milliseconds). */
  receivedAt: string;
  /** Reference number, such as `HD-7F3-K9Q-XM2`. */
  reference: string;
  /** Position in the order of arrival, for `after` and `before`. */
  cursor: string;
  /** The files of the response, in the order of arrival; absent if there are none. */
  files?: FileItem[];
  /** The record as received, including unknown members. */
  record: ResponseRecord;
}

/** A file of a response. */
export interface FileItem extends StoredFile {
  /** Path of the content, relative to the URL of the endpoint: `/responses/<id>/files/0`. */
  path: string;
}

/** Returns the item of a response that was just stored. */
export function createStoredItem({ record, receivedAt, files }: NewResponse, cursor: string): StoredItem {
  return {
    receivedAt: new Date(receivedAt).toISOString(),
    reference: referenceOf(record.id),
    cursor,
    ...createFilesMember(record.id, files.map(describeFile)),
    record,
  };
}

/**
 * Returns a {@link StoredItem} as JSON on one line. The record is inserted as the original text, so that no member is
 * lost in a parser and no nesting is too deep.
 */
export function serializeItem({ id, receivedAt, reference, cursor, files, body }: StoredResponse): string {
  const head = JSON.stringify({
    receivedAt: receivedAt.toISOString(),
    reference,
    cursor,
    ...createFilesMember(id, files),
  });
  // In valid JSON, line breaks only occur between tokens.
  return `${head.slice(0, -1)},"record":${body.replace(/[\r\n]+/g, ' ')}}`;
}

function createFilesMember(id: string, files: readonly StoredFile[]): Pick<StoredItem, 'files'> {
  if (files.length === 0) return {};
  return { files: files.map((file, position) => ({ ...file, path: `/responses/${id}/files/${position}` })) };
}

function describeFile({ bytes, ...file }: NewFile): StoredFile {
  return { ...file, size: bytes.byteLength };
}
