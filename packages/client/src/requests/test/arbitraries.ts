/** Arbitrary records, names and files, for browsers and Node. */
import { createId } from '@heed/core';
import * as fc from 'fast-check';
import type { Message } from '../../api/options.ts';

const oddNames = ['"', '\r\n', '\\', 'a"; x="b', '__proto__', 'naïve 🧡.png', 'תמונה.png', ''];
const oddTexts = ['\r\n--', 'a\nb\rc', 'NUL \0', 'emoji 🧡', '=&+%', '\r\n\r\n'];

/** Without `%22`, which the standard does not distinguish from an escaped quote. */
export const anyName = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...oddNames))
  .filter((name) => !/%(22|0[ad])/i.test(name));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...oddTexts));
const anyValue = fc.oneof(anyText, fc.jsonValue({ stringUnit: 'binary' }));
const anyType = fc.constantFrom('', 'image/png', 'text/plain;charset=utf-8', 'application/x.odd+json');

export type Fields = Record<string, unknown>;

/** A record, or a result of `transform`. @param names of the members */
export function anyFields(names = anyName): fc.Arbitrary<Fields> {
  return fc.dictionary(names, anyValue, { maxKeys: 6 }).map((fields) => JSON.parse(JSON.stringify(fields)));
}

/** One to three files. */
export function anyFiles(names = anyName, maxLength = 3000): fc.Arbitrary<File[]> {
  const file = fc
    .tuple(fc.uint8Array({ maxLength }), names, anyType)
    .map(([bytes, name, type]) => new File([bytes as Uint8Array<ArrayBuffer>], name, { type }));
  return fc.array(file, { minLength: 1, maxLength: 3 });
}

export function makeMessage(fields: Fields, files?: File[]): Message {
  const id = createId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  return { id, body: JSON.stringify(fields), files };
}

/** The fields as a form has them. */
export function toEntries(fields: Fields): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
  ]);
}

export interface Parsed {
  fields: [string, string][];
  files: { field: string; name: string; type: string; bytes: string }[];
}

/** Reads a request with the form parser of the browser or of Node. */
export async function parse({ body = null, headers = {} }: RequestInit): Promise<Parsed> {
  const form = await new Response(body, { headers }).formData();
  const parsed: Parsed = { fields: [], files: [] };
  for (const [field, value] of form) {
    if (typeof value === 'string') parsed.fields.push([field, value]);
    else parsed.files.push({ field, ...(await describeFile(value)) });
  }
  return parsed;
}

export async function describeFile(file: File): Promise<{ name: string; type: string; bytes: string }> {
  const type = file.type || 'application/octet-stream';
  return { name: file.name, type, bytes: String(new Uint8Array(await file.arrayBuffer())) };
}
