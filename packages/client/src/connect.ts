import { copyOwnProperties, type Outcome, type SubmitRequest } from '@heed/core';
import type { Client, Settled } from './client.ts';
import { createClient } from './create-client.ts';
import { readDetails } from './details.ts';
import type { ClientOptions } from './options.ts';

/** Undefined on a server. */
const page = globalThis.document as Document | undefined;
/** Nobody is kept waiting longer for the words "thank you". */
const WAIT_MS = 5000;
/** Nor is what an earlier visit left, by a page that is never idle, or in Safari, which does not say when it is. */
const IDLE_MS = 200;

export interface ConnectOptions extends Partial<ClientOptions> {
  /** Takes what neither its element nor the page's `<meta name="heed-endpoint">` gives an endpoint. */
  client?: Client;
  /** Where `heed-submit` is listened for. The document by default. */
  root?: Document | ShadowRoot | Element;
  /** How long to wait for a confirmation before the visitor reads "saved": milliseconds, 5,000 by default. */
  waitMs?: number;
}

export interface Connection {
  /**
   * The client of an endpoint, started when there is none yet, so that what an earlier visit left is sent early.
   *
   * The queue of an endpoint that an element names is named after its whole address: keep what changes between visits
   * out of that. The queue of the page's own endpoint is `project`, which is `default` by default.
   *
   * @param endpoint as an element names it; absent for the page's own endpoint
   * @returns undefined when no endpoint is known, or when it is not usable, which is warned of once
   */
  open(endpoint?: string): Client | undefined;
  /** Stops listening, and closes the clients that were started here. */
  close(): void;
}

/**
 * Sends what the elements of a page submit, unless a listener of the page cancels the event or takes charge of the record.
 *
 * Where no endpoint is known it leaves the event alone, and the element warns the page's author.
 */
export function connect(options?: ConnectOptions): Connection {
  const { client, root = page, waitMs = WAIT_MS, project = 'default', ...rest } = copyOwnProperties(options);
  const clients = new Map<string, Client | undefined>();
  let isOpen = true;

  const start = (endpoint: ClientOptions['endpoint'], project: string): Client | undefined => {
    if (!clients.has(project))
      clients.set(
        project,
        warnOf(() => createClient({ ...rest, endpoint, project })),
      );
    return clients.get(project);
  };
  const open = (own?: string): Client | undefined => {
    if (own) return start(own, new URL(own, page?.baseURI).href);
    const endpoint = readMeta() || (!client && rest.endpoint);
    return endpoint ? start(endpoint, project) : client;
  };
  const listen = (event: Event): void => {
    const request = event as Event & SubmitRequest<File>;
    const taker = open(request.endpoint);
    if (!taker) return;
    const send = (): Promise<Outcome> => answer(taker, request, waitMs);
    if (request.offer) return request.offer(send);
    // An event of another make asks the first promise that it is given, once it has ended. So this one sends when asked.
    const then: Promise<Outcome>['then'] = (...listeners) => send().then(...listeners);
    // oxlint-disable-next-line unicorn/no-thenable -- that is what it is for
    request.respondWith({ then } as Promise<Outcome>);
  };

  root?.addEventListener('heed-submit', listen);
  // What an earlier visit left waits until the page has drawn its questions.
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

async function answer(
  client: Client,
  { detail, files, defaultPrevented }: Event & SubmitRequest<File>,
  waitMs: number,
): Promise<Outcome> {
  // An event of another make may ask all the same.
  if (defaultPrevented) return { state: 'refused' };
  try {
    const { stored, tried, settled } = await client.submit(detail, files?.length ? files : undefined);
    const outcome = settled.then(outcomeOf);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, waitMs));
    // An outcome that is there by the end of the attempt comes before it.
    const first = await Promise.race([outcome, tried.then(() => undefined), late]);
    return first ?? { state: 'stored', durable: stored === 'disk', settled: outcome };
  } catch (error) {
    warn(error);
    return { state: 'refused' };
  }
}

function outcomeOf({ state, reply }: Settled & { reply?: string }): Outcome {
  return state === 'sent'
    ? { state, ...readDetails(reply, ['reference', 'message', 'statusUrl']) }
    : { state: 'refused', ...readDetails(reply, ['message']) };
}

function warnOf<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    warn(error);
    return undefined;
  }
}

function warn(error: unknown): void {
  // oxlint-disable-next-line no-console -- a mistake of the page's author, and the elements never throw for one
  console.warn((error as Error)?.message ?? error);
}
