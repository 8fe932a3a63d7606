/** Posts with files, as a client sends them and as none would. */
import type { ResponseRecord } from '@heed/core';
import { newRecord, type Caller } from './test-client.test-helper.ts';

export interface RawPart {
  headers: string;
  content?: string | Uint8Array;
}

const BOUNDARY = '----heed-form-data-boundary-0';

/** A record whose answer names these files. */
export function newRecordNaming(...names: string[]): ResponseRecord {
  return newRecord({ answers: [{ name: 'photos', kind: 'attachment', value: names }] });
}

/** Each member of the record as a field, then the files. */
export function toForm(record: object, files: readonly File[], field = 'file'): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(record)) {
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const file of files) form.append(field, file);
  return form;
}

/** Posts what the platform makes of a form, with another boundary each time. */
export function postForm({ send }: Caller, form: FormData): Promise<Response> {
  return send('', { method: 'POST', body: form });
}

export function postFiles(caller: Caller, record: object, ...files: File[]): Promise<Response> {
  return postForm(caller, toForm(record, files));
}

/** Posts bytes as they are. */
export function postBytes(
  { send }: Caller,
  body: Uint8Array | ReadableStream,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
): Promise<Response> {
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } };
  return send('', init as RequestInit);
}

/** The record's own parts, to be put before others. */
export function fieldParts(record: object): RawPart[] {
  return Object.entries(record).map(([name, value]) => ({
    headers: `Content-Disposition: form-data; name="${name}"`,
    content: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

export function filePart(name: string, content: string | Uint8Array = '…', type?: string): RawPart {
  const typeLine = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return { headers: `Content-Disposition: form-data; name="file"; filename="${name}"${typeLine}`, content };
}

/** The parts as bytes, nothing escaped. */
export function encodeParts(parts: readonly RawPart[], end = `--${BOUNDARY}--\r\n`): Uint8Array {
  const pieces = parts.flatMap(({ headers, content = '' }) => [
    `--${BOUNDARY}\r\n${headers}\r\n\r\n`,
    content,
    '\r\n',
  ]);
  return new Uint8Array(Buffer.concat([...pieces, end].map((piece) => Buffer.from(piece as string))));
}

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let start = 0; start < length; start += 65_536) {
    crypto.getRandomValues(bytes.subarray(start, Math.min(start + 65_536, length)));
  }
  return bytes;
}
