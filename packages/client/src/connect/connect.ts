import { copyOwnProperties, type Outcome, type SubmitRequest } from '@heed/core';
import type { Client } from '../api/client.ts';
import type { Settled } from '../api/events.ts';
import type { ClientOptions } from '../api/options.ts';
import { createClient } from '../create-client.ts';
import { readReplyDetails } from './reply-details.ts';

/** Undefined on a server. */
const page = globalThis.document as Document | undefined;
/** The user waits no longer for the thank-you message. */
const WAIT_MS = 5000;
/** Records of an earlier visit wait no longer in a page that is never idle, or in Safari, which has no idle callback. */
const IDLE_MS = 200;

export interface ConnectOptions extends Partial<ClientOptions> {
  /** Receives the records for which neither the element nor `<meta name="heed-endpoint">` sets an endpoint. */
  client?: Client;
  /** Where to listen for `heed-submit`. Defaults to the document. */
  root?: Document | ShadowRoot | Element;
  /** How long to wait for a confirmation before the element shows "saved", in milliseconds. Defaults to 5,000. */
  waitMs?: number;
}

export interface Connection {
  /**
   * Returns the client of an endpoint. Starts the client if necessary, so that records of an earlier visit are sent early.
   *
   * The queue of an element's endpoint is named after the full URL, so do not include anything that changes between
   * visits. The queue of the page's own endpoint is `project`, which defaults to `default`.
   *
   * @param endpoint the endpoint of an element; absent for the page's own endpoint
   * @returns undefined if no endpoint is known, or if the endpoint is invalid, which logs a warning once
   */
  open(endpoint?: string): Client | undefined;
  /** Stops listening, and closes the clients that the connection started. */
  close(): void;
}

/**
 * Sends the records that the elements of a page submit, unless a listener of the page cancels the event or handles the
 * record.
 *
 * Ignores the event if no endpoint is known; the element then logs a warning.
 */
export function connect(options?: ConnectOptions): Connection {
  const { client, root = page, waitMs = WAIT_MS, project = 'default', ...rest } = copyOwnProperties(options);
  const clients = new Map<string, Client | undefined>();
  let isOpen = true;

  const startOnce = (endpoint: ClientOptions['endpoint'], project: string): Client | undefined => {
    if (!clients.has(project))
      clients.set(
        project,
        tryOrWarn(() => createClient({ ...rest, endpoint, project })),
      );
    return clients.get(project);
  };
  const open = (own?: string): Client | undefined => {
    if (own) return startOnce(own, new URL(own, page?.baseURI).href);
    const endpoint = readMeta() || (!client && rest.endpoint);
    return endpoint ? startOnce(endpoint, project) : client;
  };
  const listen = (event: Event): void => {
    const request = event as Event & SubmitRequest<File>;
    const receiver = open(request.endpoint);
    if (!receiver) return;
    const send = (): Promise<Outcome> => submitRequest(receiver, request, waitMs);
    if (request.offer) return request.offer(send);
    // An event of a custom element calls `then` of the first promise it received, after the event ended. Send only then.
    const then: Promise<Outcome>['then'] = (...listeners) => send().then(...listeners);
    // oxlint-disable-next-line unicorn/no-thenable -- sends the record when the event calls it
    request.respondWith({ then } as Promise<Outcome>);
  };

  root?.addEventListener('heed-submit', listen);
  // Records of an earlier visit are sent after the page has rendered its questions.
  const openLater = (): void => void (isOpen && root && open());
  const whenIdle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, IDLE_MS));
  whenIdle(openLater, { timeout: IDLE_MS });
  return {
    open,
    close() {
      isOpen = false;
      root?.removeEventListener('heed-submit', listen);
      for (const started of clients.values()) started?.close();
    },
  };
}

function readMeta(): string | undefined {
  return page?.querySelector<HTMLMetaElement>('meta[name="heed-endpoint"]')?.content;
}

async function submitRequest(
  client: Client,
  { detail, files, defaultPrevented }: Event & SubmitRequest<File>,
  waitMs: number,
): Promise<Outcome> {
  // An event of a custom element may call `then` even if it was cancelled.
  if (defaultPrevented) return { state: 'refused' };
  try {
    const { stored, tried, settled } = await client.submit(detail, files?.length ? files : undefined);
    const outcome = settled.then(outcomeOf);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, waitMs));
    // The outcome comes first in the list: it wins if the attempt has determined it.
    const first = await Promise.race([outcome, tried.then(() => undefined), late]);
    return first ?? { state: 'stored', durable: stored === 'disk', settled: outcome };
  } catch (error) {
    warn(error);
    return { state: 'refused' };
  }
}

function outcomeOf({ state, reply }: Settled & { reply?: string }): Outcome {
  return state === 'sent'
    ? { state, ...readReplyDetails(reply, ['reference', 'message', 'statusUrl']) }
    : { state: 'refused', ...readReplyDetails(reply, ['message']) };
}

function tryOrWarn<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    warn(error);
    return undefined;
  }
}

function warn(error: unknown): void {
  // oxlint-disable-next-line no-console -- an error of the page's developer, for which elements never throw
  console.warn((error as Error)?.message ?? error);
}
