import type { FormFile } from '../http/multipart-form.ts';

/**
 * Returns the hash that identifies duplicates: SHA-256 of the record and its files. It does not cover the request body,
 * because the boundary of a form may differ in each attempt.
 */
export async function hashSubmission(body: string, files: readonly FormFile[]): Promise<string> {
  const recordHash = await hashText(body);
  if (files.length === 0) return recordHash;
  const fileHashes = files.map(async ({ name, type, bytes }) => [name, type, await hashBytes(bytes)]);
  return hashText(JSON.stringify([recordHash, ...(await Promise.all(fileHashes))]));
}

function hashText(text: string): Promise<string> {
  return hashBytes(new TextEncoder().encode(text));
}

async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
