import type { FormFile } from '../http/multipart-form.ts';

/**
 * Tells two posts apart: SHA-256 of the record, and of its files where it has any. Not of the bytes of the request,
 * because a form may have other lines between its parts at each attempt.
 */
export async function hashPost(body: string, files: readonly FormFile[]): Promise<string> {
  const record = await hashText(body);
  if (files.length === 0) return record;
  const parts = files.map(async ({ name, type, bytes }) => [name, type, await hash(bytes)]);
  return hashText(JSON.stringify([record, ...(await Promise.all(parts))]));
}

function hashText(text: string): Promise<string> {
  return hash(new TextEncoder().encode(text));
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
