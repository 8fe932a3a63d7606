import { HeedError } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import { mayRemember, SURVEYS_CACHE } from '../../../shared/device/storage-consent.ts';
import { passing } from './passing.ts';
import { MAX_BYTES, readDefinition, tooLarge } from './read.ts';

const NETWORK_WAIT_MS = 5_000;
/** Files that are named by their content leave the ones before them behind: the oldest go. */
const MOST_KEPT = 20;
const INTEGRITY = 'heed-integrity';
/** The survey is gone, and is not to be asked any more. Any other status is trouble that passes. */
const GONE = [404, 410];

/**
 * Fetches a survey as JSON and keeps it for a visit without a network. The network comes first, for five seconds;
 * then what was kept, if it is whole and of the same `integrity`.
 *
 * @param host whose document a path belongs to
 * @param src http(s) address or path; it is fetched without credentials
 * @param integrity as of a `<script>`
 * @throws HeedError `HEED_DEFINITION` for what is no survey, is larger than 256 KB, is gone, or cannot be had
 */
export async function loadDefinition(host: Element, src: string, integrity = ''): Promise<SurveyDefinition> {
  const url = URL.parse(src, host.baseURI);
  if (!url || !/^https?:$/.test(url.protocol)) throw mistake('"src" must be an http(s) address or a path');
  const address = url.href;
  const text = await fetchText(address, integrity);
  if (text === null) await forget(address);
  if (text === null) throw mistake('there is none at "src" any more');
  if (text === undefined) return readKept(address, integrity);
  const definition = readDefinition(text);
  if (mayRemember()) await keep(address, text, integrity);
  return definition;
}

/** Undefined when the network does not give it now, null when it is gone. */
async function fetchText(address: string, integrity: string): Promise<string | null | undefined> {
  try {
    const signal = AbortSignal.timeout(NETWORK_WAIT_MS);
    const response = await fetch(address, { credentials: 'omit', integrity, signal });
    if (response.ok) {
      const text = await readText(response);
      // A captive portal answers everything with its own page.
      return text.trimStart().startsWith('<') ? undefined : text;
    }
    return GONE.includes(response.status) ? null : undefined;
  } catch (error) {
    if (error instanceof HeedError) throw error;
    return undefined;
  }
}

/** Stops where it gets too large, so that nothing has to hold it. */
async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let [bytes, text] = [0, ''];
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MAX_BYTES) {
      void reader?.cancel();
      throw tooLarge();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Where a browser keeps nothing, such as in a sandboxed frame, a visit without a network has no survey. */
async function open(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(SURVEYS_CACHE);
  } catch {
    return undefined;
  }
}

async function keep(address: string, text: string, integrity: string): Promise<void> {
  const headers = { 'content-type': 'application/json', [INTEGRITY]: integrity };
  const cache = await open();
  // Taken back meanwhile.
  if (!mayRemember()) return;
  // A full disk costs the visit without a network, not this one.
  try {
    await cache?.put(address, new Response(text, { headers }));
    const kept = (await cache?.keys()) ?? [];
    for (const old of kept.slice(0, -MOST_KEPT)) await cache?.delete(old);
  } catch {}
}

async function forget(address: string): Promise<void> {
  await (await open())?.delete(address).catch(() => {});
}

async function readKept(address: string, integrity: string): Promise<SurveyDefinition> {
  const kept = await (await open())?.match(address).catch(() => undefined);
  try {
    if (kept?.headers.get(INTEGRITY) === integrity) return readDefinition(await kept.text());
  } catch {
    // Damaged: as good as none.
  }
  if (kept) await forget(address);
  const error = mistake('"src" could not be loaded, and none is kept on this device');
  passing.add(error);
  throw error;
}

function mistake(problem: string): HeedError {
  return new HeedError('HEED_DEFINITION', 'survey', problem);
}
