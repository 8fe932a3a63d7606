/** Makes platform APIs fail on demand, as browsers do on a full, damaged or locked-down device. */
import type { PlatformFault } from './page-api.ts';

const active = new Set<PlatformFault>();
let onLineOverride: boolean | undefined;

/** The test's own access to the platform, unaffected by the faults. */
export const workingIndexedDB: IDBFactory | undefined = readIndexedDB();
export const workingLocks: LockManager | undefined = navigator.locks;

export function setPlatformFaults(faults: readonly PlatformFault[]): void {
  active.clear();
  for (const fault of faults) active.add(fault);
}

export function overrideOnLine(onLine: boolean | undefined): void {
  onLineOverride = onLine;
}

/** Patches the platform so that faults can be set later. Call it once, before a client starts. */
export function installFaults(): void {
  hide(globalThis, 'indexedDB', 'no IndexedDB', workingIndexedDB);
  hide(globalThis, 'BroadcastChannel', 'no BroadcastChannel', globalThis.BroadcastChannel);
  hide(navigator, 'locks', 'no locks', workingLocks);
  const { onLine } = navigator;
  Object.defineProperty(navigator, 'onLine', { get: () => onLineOverride ?? onLine });
  ignoreVisibilityChanges();
  patchOpen();
  abortAfter(IDBObjectStore.prototype, 'put', 'disk full');
  abortAfter(IDBObjectStore.prototype, 'add', 'disk full');
  abortAfter(IDBObjectStore.prototype, 'delete', 'delete fails');
  abortAfter(IDBObjectStore.prototype, 'get', 'read fails');
}

/** Returns `undefined` in a page with an opaque origin, where reading the property throws. */
function readIndexedDB(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

function hide(owner: object, name: string, fault: PlatformFault, value: unknown): void {
  if (!(name in owner)) return;
  Object.defineProperty(owner, name, {
    get: () => (active.has(fault) ? undefined : value),
    configurable: true,
  });
}

/**
 * Hides real visibility changes, which are caused by the tabs of other scenarios. The event itself is not stopped,
 * because Firefox waits for it when it opens a tab.
 */
function ignoreVisibilityChanges(): void {
  const { addEventListener } = globalThis;
  globalThis.addEventListener = ((type: string, listener: (event: Event) => void, options?: object) => {
    const ignore = (event: Event): void => (event.isTrusted ? undefined : listener(event));
    addEventListener(type, type === 'visibilitychange' ? ignore : listener, options);
  }) as typeof addEventListener;
}

function patchOpen(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
    if (active.has('open hangs')) return new EventTarget() as IDBOpenDBRequest;
    if (active.has('open fails')) throw new DOMException('', 'UnknownError');
    return open.apply(this, args);
  };
}

/** Makes the request and aborts its transaction, which is the effect of a full disk or a damaged file. */
function abortAfter(
  store: IDBObjectStore,
  method: 'put' | 'add' | 'delete' | 'get',
  fault: PlatformFault,
): void {
  const native = store[method] as (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
  Object.defineProperty(store, method, {
    value(this: IDBObjectStore, ...args: unknown[]): IDBRequest {
      const request = native.apply(this, args);
      if (active.has(fault)) this.transaction.abort();
      return request;
    },
  });
}
