/** Makes parts of the device fail, at any time: what a browser does on a full, damaged or locked-down device. */
import type { Breakage } from './types.ts';

const broken = new Set<Breakage>();
let claimsOnLine: boolean | undefined;

/** What the test itself works with, whatever is broken. */
export const workingIndexedDB: IDBFactory | undefined = readIndexedDB();
export const workingLocks: LockManager | undefined = navigator.locks;

export function breakParts(what: readonly Breakage[]): void {
  broken.clear();
  for (const part of what) broken.add(part);
}

export function claimOnLine(claim: boolean | undefined): void {
  claimsOnLine = claim;
}

/** Prepares what can be broken. To be called once, before a client starts. */
export function prepareDevice(): void {
  hide(globalThis, 'indexedDB', 'no IndexedDB', workingIndexedDB);
  hide(globalThis, 'BroadcastChannel', 'no channel', globalThis.BroadcastChannel);
  hide(navigator, 'locks', 'no locks', workingLocks);
  const { onLine } = navigator;
  Object.defineProperty(navigator, 'onLine', { get: () => claimsOnLine ?? onLine });
  ignoreTabs();
  prepareOpen();
  abortAfter(IDBObjectStore.prototype, 'put', 'disk full');
  abortAfter(IDBObjectStore.prototype, 'add', 'disk full');
  abortAfter(IDBObjectStore.prototype, 'delete', 'delete fails');
  abortAfter(IDBObjectStore.prototype, 'get', 'read fails');
}

/** A page without a storage of its own may not even look at it. */
function readIndexedDB(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

function hide(owner: object, name: string, part: Breakage, value: unknown): void {
  if (!(name in owner)) return;
  Object.defineProperty(owner, name, {
    get: () => (broken.has(part) ? undefined : value),
    configurable: true,
  });
}

/**
 * The tabs of other scenarios come and go before this one, which says nothing about what is tested in it. Not by
 * stopping the event, for which Firefox waits when it opens a tab.
 */
function ignoreTabs(): void {
  const { addEventListener } = globalThis;
  globalThis.addEventListener = ((type: string, listener: (event: Event) => void, options?: object) => {
    const ignore = (event: Event): void => (event.isTrusted ? undefined : listener(event));
    addEventListener(type, type === 'visibilitychange' ? ignore : listener, options);
  }) as typeof addEventListener;
}

function prepareOpen(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
    if (broken.has('open hangs')) return new EventTarget() as IDBOpenDBRequest;
    if (broken.has('open fails')) throw new DOMException('', 'UnknownError');
    return open.apply(this, args);
  };
}

/** The request is made, and its transaction comes to nothing: how a full disk and a damaged file show. */
function abortAfter(store: IDBObjectStore, method: 'put' | 'add' | 'delete' | 'get', part: Breakage): void {
  const native = store[method] as (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
  Object.defineProperty(store, method, {
    value(this: IDBObjectStore, ...args: unknown[]): IDBRequest {
      const request = native.apply(this, args);
      if (broken.has(part)) this.transaction.abort();
      return request;
    },
  });
}
