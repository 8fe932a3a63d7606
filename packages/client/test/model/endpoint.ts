import type { Tab } from './tab.ts';
import type { Time } from './time.ts';

/** The reply of the endpoint, or of the network in front of it. Plain data, so that a failing run can be printed. */
export interface Reply {
  /**
   * A status, or:
   *
   * - `html`: the page of a captive portal
   * - `declined`: a 200 that `acknowledge` rejects
   * - `broken`: a 200 that makes `acknowledge` throw
   * - `cut`: a 200 whose body breaks off
   * - `redirect`: a redirect, which the client does not follow
   * - `network`: the connection fails
   * - `hang`: no reply
   */
  kind: number | 'html' | 'declined' | 'broken' | 'cut' | 'redirect' | 'network' | 'hang';
  /** The time until the reply arrives. Defaults to the next turn. */
  delayMs?: number;
  /** True if the endpoint stores the record even though the reply is late or lost. */
  arrives?: boolean;
  /** The header `Retry-After`: seconds, a date this many milliseconds from now, or any text. */
  retryAfter?: { seconds: number } | { dateMs: number } | { text: string };
  /** True if the reply has a `Date` header. */
  hasDate?: boolean;
}

/** One call of `fetch`. */
export interface Post {
  tab: Tab;
  id: string;
  body: string;
  url: string;
  init: RequestInit;
  reply: Reply;
  atMs: number;
  /** The time of the reply or of the timeout. Undefined before, and if the client aborted the request. */
  endMs: number | undefined;
  /** True once the call has settled or its tab is gone. */
  isOver: boolean;
  /**
   * True if other requests may run at the same time: the page was left, or it has just thawed and does not know yet
   * that another tab has the lock.
   */
  isExempt: boolean;
  isAborted: boolean;
}

/** Receives the events of the environment. */
export interface Observer {
  /** Called when another tab steals the lock of this one. */
  onLockStolen(tab: Tab): void;
  /** Called before the request is sent. */
  onPost(post: Post): void;
  /** Called when the tab receives the reply. */
  onReply(post: Post): void;
}

const GOOD: Reply = { kind: 200 };

/** Returns whether the reply confirms the record. */
export function isConfirmation({ kind }: Reply): boolean {
  return kind === 'cut' || (typeof kind === 'number' && kind >= 200 && kind < 300);
}

/** Returns whether the reply means that the endpoint would reject the same bytes again. */
export function isPermanentRejection({ kind }: Reply): boolean {
  return [400, 413, 414, 415, 422, 431].includes(kind as number);
}

/** Simulates an endpoint that stores bodies by idempotency key, and logs all requests. */
export class Endpoint {
  /** The reply if neither `fixedReplies` nor `script` has one. */
  defaultReply: Reply = GOOD;
  /** Replies to single records, by key. They have priority. */
  readonly fixedReplies = new Map<string, Reply>();
  /** The next replies, in order. */
  readonly script: Reply[] = [];
  readonly posts: Post[] = [];
  /** The stored bodies by key. */
  readonly received = new Map<string, Set<string>>();
  readonly #time: Time;
  readonly #observer: Observer;

  constructor(time: Time, observer: Observer) {
    this.#time = time;
    this.#observer = observer;
  }

  /** Returns the `fetch` of one tab. */
  forTab(tab: Tab): typeof fetch {
    return (url, init = {}) =>
      new Promise((resolve, reject) => {
        tab.deliver(() => this.#post(tab, String(url), init, resolve, reject));
      });
  }

  /** Exempts the open requests of a tab: see {@link Post.isExempt}. */
  exempt(tab: Tab): void {
    for (const post of this.posts) if (post.tab === tab && !post.isOver) post.isExempt = true;
  }

  /**
   * Ends the open requests of a tab that is gone.
   *
   * @param arrives whether the endpoint still receives them
   */
  removeTab(tab: Tab, arrives: boolean): void {
    for (const post of this.posts) {
      if (post.tab !== tab || post.isOver) continue;
      post.isOver = true;
      post.isAborted = !arrives;
    }
  }

  #post(
    tab: Tab,
    url: string,
    init: RequestInit,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ): void {
    const { signal } = init;
    if (signal?.aborted) return reject(signal.reason);
    const [, id = ''] = /^"(.+)"$/.exec(new Headers(init.headers).get('idempotency-key') ?? '') ?? [];
    const reply = this.fixedReplies.get(id) ?? this.script.shift() ?? this.defaultReply;
    const post: Post = {
      tab,
      id,
      body: String(init.body),
      url,
      init,
      reply,
      atMs: this.#time.elapsedMs,
      endMs: undefined,
      isOver: false,
      isExempt: tab.isPageHidden || tab.isClosed || tab.isThawing,
      isAborted: false,
    };
    this.posts.push(post);
    this.#observer.onPost(post);
    const end = (callback: () => void): void => {
      if (post.isOver) return;
      post.isOver = true;
      callback();
    };
    signal?.addEventListener('abort', () => {
      post.isAborted = true;
      end(() => {
        if ((signal.reason as DOMException).name === 'TimeoutError') post.endMs = this.#time.elapsedMs;
        reject(signal.reason);
      });
    });
    if (reply.arrives) this.#store(post);
    if (reply.kind === 'hang') return;
    const answer = (): void => {
      if (!post.isAborted && isConfirmation(reply)) this.#store(post);
      tab.deliver(() =>
        end(() => {
          post.endMs = this.#time.elapsedMs;
          this.#observer.onReply(post);
          if (reply.kind === 'network') reject(new TypeError('Failed to fetch'));
          else resolve(makeResponse(reply, this.#time.trueNow()));
        }),
      );
    };
    if (reply.delayMs) this.#time.setTimer(reply.delayMs, answer);
    else this.#time.runInNextTurn(answer);
  }

  #store({ id, body }: Post): void {
    this.received.set(id, (this.received.get(id) ?? new Set()).add(body));
  }
}

function makeResponse({ kind, retryAfter, hasDate }: Reply, now: number): Response {
  const headers = new Headers({
    'content-type': kind === 'html' ? 'text/html; charset=utf-8' : 'application/json',
  });
  if (hasDate) headers.set('date', new Date(now).toUTCString());
  if (retryAfter) headers.set('retry-after', writeRetryAfter(retryAfter, now));
  // The constructor cannot create an opaque redirect.
  if (kind === 'redirect')
    return Object.defineProperties(new Response(null, { headers }), {
      ok: { value: false },
      status: { value: 0 },
      type: { value: 'opaqueredirect' },
    });
  const status = typeof kind === 'number' ? kind : 200;
  if (kind === 'cut') return new Response(makeCutBody(), { headers });
  return new Response([204, 205].includes(status) ? null : `{"said":"${kind}"}`, { status, headers });
}

function makeCutBody(): ReadableStream {
  return new ReadableStream({
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
}

function writeRetryAfter(value: NonNullable<Reply['retryAfter']>, now: number): string {
  if ('seconds' in value) return String(value.seconds);
  return 'dateMs' in value ? new Date(now + value.dateMs).toUTCString() : value.text;
}
