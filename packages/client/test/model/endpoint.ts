import type { Tab } from './tab.ts';
import type { Time } from './time.ts';

/** How the endpoint, or the network before it, answers a request. Plain data, so that a failing run can be printed. */
export interface Reply {
  /**
   * A status, or: `html` a page of a captive portal; `declined` a 200 whose text says no; `broken` a 200 that
   * `acknowledge` throws at; `cut` a 200 whose body breaks off; `redirect`; `network` the connection breaks; `hang`.
   */
  what: number | 'html' | 'declined' | 'broken' | 'cut' | 'redirect' | 'network' | 'hang';
  /** The reply takes this long. */
  afterMs?: number;
  /** The record is at the endpoint though its reply be late or lost. */
  arrives?: boolean;
  /** Seconds, or as many milliseconds from now as a date, or any text. */
  retryAfter?: { seconds: number } | { dateMs: number } | { text: string };
  /** Does the reply say what time it is at the endpoint? */
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
  /** When its tab had a reply, or the time for one was over. Undefined before, and where it was given up. */
  endMs: number | undefined;
  /** The call has come to its end, or its tab. */
  isOver: boolean;
  /** Other requests may go on beside it: its page is left, or awakes and does not know yet that others took over. */
  isExcused: boolean;
  isAborted: boolean;
}

export interface Observer {
  /** Another tab takes the lock away from this one. */
  onTheft(tab: Tab): void;
  /** Before the request leaves the device. */
  onPost(post: Post): void;
  /** The tab knows the reply. */
  onReply(post: Post): void;
}

const GOOD: Reply = { what: 200 };

export function isConfirmation({ what }: Reply): boolean {
  return what === 'cut' || (typeof what === 'number' && what >= 200 && what < 300);
}

/** Does it say that the endpoint will never take these bytes? */
export function isRefusal({ what }: Reply): boolean {
  return [400, 413, 414, 415, 422, 431].includes(what as number);
}

/** An endpoint that stores by the key, and the log of what it got. */
export class Endpoint {
  /** What it answers when nothing else is said. */
  defaultReply: Reply = GOOD;
  /** What it answers to one record, whatever it answers to the others. */
  readonly fixedReplies = new Map<string, Reply>();
  /** What it answers next. */
  readonly script: Reply[] = [];
  readonly posts: Post[] = [];
  /** What it holds: the bytes under each key. */
  readonly held = new Map<string, Set<string>>();
  readonly #time: Time;
  readonly #observer: Observer;

  constructor(time: Time, observer: Observer) {
    this.#time = time;
    this.#observer = observer;
  }

  /** `fetch` of one tab. */
  of(tab: Tab): typeof fetch {
    return (url, init = {}) =>
      new Promise((resolve, reject) => {
        tab.deliver(() => this.#post(tab, String(url), init, resolve, reject));
      });
  }

  /** The page is left. */
  excuse(tab: Tab): void {
    for (const post of this.posts) if (post.tab === tab && !post.isOver) post.isExcused = true;
  }

  /** The tab is gone. @param arrives what it had sent arrives all the same */
  drop(tab: Tab, arrives: boolean): void {
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
      isExcused: tab.isLeaving || tab.isClosed || tab.isThawing,
      isAborted: false,
    };
    this.posts.push(post);
    this.#observer.onPost(post);
    const end = (act: () => void): void => {
      if (post.isOver) return;
      post.isOver = true;
      act();
    };
    signal?.addEventListener('abort', () => {
      post.isAborted = true;
      end(() => {
        if ((signal.reason as DOMException).name === 'TimeoutError') post.endMs = this.#time.elapsedMs;
        reject(signal.reason);
      });
    });
    if (reply.arrives) this.#store(post);
    if (reply.what === 'hang') return;
    const answer = (): void => {
      if (!post.isAborted && isConfirmation(reply)) this.#store(post);
      tab.deliver(() =>
        end(() => {
          post.endMs = this.#time.elapsedMs;
          this.#observer.onReply(post);
          if (reply.what === 'network') reject(new TypeError('Failed to fetch'));
          else resolve(makeResponse(reply, this.#time.trueNow()));
        }),
      );
    };
    if (reply.afterMs) this.#time.after(reply.afterMs, answer);
    else this.#time.soon(answer);
  }

  #store({ id, body }: Post): void {
    this.held.set(id, (this.held.get(id) ?? new Set()).add(body));
  }
}

function makeResponse({ what, retryAfter, hasDate }: Reply, now: number): Response {
  const headers = new Headers({
    'content-type': what === 'html' ? 'text/html; charset=utf-8' : 'application/json',
  });
  if (hasDate) headers.set('date', new Date(now).toUTCString());
  if (retryAfter) headers.set('retry-after', writeRetryAfter(retryAfter, now));
  // No constructor makes a reply of this kind.
  if (what === 'redirect')
    return Object.defineProperties(new Response(null, { headers }), {
      ok: { value: false },
      status: { value: 0 },
      type: { value: 'opaqueredirect' },
    });
  const status = typeof what === 'number' ? what : 200;
  if (what === 'cut') return new Response(makeCutBody(), { headers });
  return new Response([204, 205].includes(status) ? null : `{"said":"${what}"}`, { status, headers });
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
