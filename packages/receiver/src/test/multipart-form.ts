/** Posts with files: valid ones, and malformed ones that the platform cannot create. */
import type { ResponseRecord } from '@heed/core';
import { buildRecord, type TestClient } from './test-client.ts';

export interface RawPart {
  headers: string;
  content?: string | Uint8Array;
}

const BOUNDARY = '----heed-form-data-boundary-0';

/** Returns a record with an answer that names these files. */
export function buildRecordWithFiles(...names: string[]): ResponseRecord {
  return buildRecord({ answers: [{ name: 'photos', kind: 'attachment', value: names }] });
}

/** Returns a form with a field per member of the record, followed by the files. */
export function buildForm(record: object, files: readonly File[], field = 'file'): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(record)) {
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const file of files) form.append(field, file);
  return form;
}

/** Posts a form as the platform encodes it, with a new boundary each time. */
export function postForm({ send }: TestClient, form: FormData): Promise<Response> {
  return send('', { method: 'POST', body: form });
}

export function postFiles(client: TestClient, record: object, ...files: File[]): Promise<Response> {
  return postForm(client, buildForm(record, files));
}

/** Posts raw bytes. */
export function postBytes(
  { send }: TestClient,
  body: Uint8Array | ReadableStream,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
): Promise<Response> {
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } };
  return send('', init as RequestInit);
}

/** Returns the parts of the record. */
export function buildFieldParts(record: object): RawPart[] {
  return Object.entries(record).map(([name, value]) => ({
    headers: `Content-Disposition: form-data; name="${name}"`,
    content: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

export function buildFilePart(name: string, content: string | Uint8Array = '…', type?: string): RawPart {
  const typeLine = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return { headers: `Content-Disposition: form-data; name="file"; filename="${name}"${typeLine}`, content };
}

/** Encodes the parts without escaping. */
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
