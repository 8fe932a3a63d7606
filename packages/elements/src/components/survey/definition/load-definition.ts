import { HeedError } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import { mayRemember, SURVEYS_CACHE } from '../../../shared/device/storage-consent.ts';
import { createSizeError, MAX_BYTES, readDefinition } from './read-definition.ts';
import { transientErrors } from './transient-errors.ts';

const NETWORK_WAIT_MS = 5_000;
/** A file with a content hash in its name leaves an old copy behind with each version: the oldest copies are deleted. */
const MAX_COPIES = 20;
const INTEGRITY_HEADER = 'heed-integrity';
/** The survey was withdrawn. Any other error status is temporary. */
const GONE = [404, 410];

/**
 * Fetches a survey as JSON and caches a copy on the device. If the network does not answer within five seconds, returns
 * the cached copy, provided that it is complete and has the same `integrity`.
 *
 * @param host the element whose document resolves a path
 * @param src http(s) URL or path, fetched without credentials
 * @param integrity like the attribute of a `<script>`
 * @throws HeedError `HEED_DEFINITION` if the survey is invalid, larger than 256 KB, gone or unavailable
 */
export async function loadDefinition(host: Element, src: string, integrity = ''): Promise<SurveyDefinition> {
  const url = URL.parse(src, host.baseURI);
  if (!url || !/^https?:$/.test(url.protocol)) throw createError('"src" must be an http(s) URL or a path');
  const { href } = url;
  const text = await fetchText(href, integrity);
  if (text === null) await deleteCopy(href);
  if (text === null) throw createError('the survey at "src" no longer exists');
  if (text === undefined) return readCopy(href, integrity);
  const definition = readDefinition(text);
  if (mayRemember()) await saveCopy(href, text, integrity);
  return definition;
}

/** Returns `undefined` if the survey is unavailable now, and `null` if it is gone. */
async function fetchText(href: string, integrity: string): Promise<string | null | undefined> {
  try {
    const signal = AbortSignal.timeout(NETWORK_WAIT_MS);
    const response = await fetch(href, { credentials: 'omit', integrity, signal });
    if (response.ok) {
      const text = await readText(response);
      // A captive portal answers every request with its own page.
      return text.trimStart().startsWith('<') ? undefined : text;
    }
    return GONE.includes(response.status) ? null : undefined;
  } catch (error) {
    if (error instanceof HeedError) throw error;
    return undefined;
  }
}

/** Stops reading at the maximum size, so that a larger file never fills the memory. */
async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let [bytes, text] = [0, ''];
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MAX_BYTES) {
      void reader?.cancel();
      throw createSizeError();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Returns `undefined` if the browser has no storage, for example in a sandboxed frame. */
async function openCache(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(SURVEYS_CACHE);
  } catch {
    return undefined;
  }
}

async function saveCopy(href: string, text: string, integrity: string): Promise<void> {
  const headers = { 'content-type': 'application/json', [INTEGRITY_HEADER]: integrity };
  const cache = await openCache();
  // The user may have withdrawn consent in the meantime.
  if (!mayRemember()) return;
  // Without a copy, for example on a full disk, the survey needs the network on the next visit.
  try {
    await cache?.put(href, new Response(text, { headers }));
    const copies = (await cache?.keys()) ?? [];
    for (const old of copies.slice(0, -MAX_COPIES)) await cache?.delete(old);
  } catch {}
}

async function deleteCopy(href: string): Promise<void> {
  await (await openCache())?.delete(href).catch(() => {});
}

async function readCopy(href: string, integrity: string): Promise<SurveyDefinition> {
  const copy = await (await openCache())?.match(href).catch(() => undefined);
  try {
    if (copy?.headers.get(INTEGRITY_HEADER) === integrity) return readDefinition(await copy.text());
  } catch {
    // The copy is damaged.
  }
  if (copy) await deleteCopy(href);
  const error = createError('"src" could not be loaded, and this device has no copy');
  transientErrors.add(error);
  throw error;
}

function createError(problem: string): HeedError {
  return new HeedError('HEED_DEFINITION', 'survey', problem);
}
