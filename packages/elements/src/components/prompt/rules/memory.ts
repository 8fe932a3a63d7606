import {
  mergeHistory,
  createHistory,
  recordVisit,
  readHistory,
  clampToNow,
  VISIT_GAP_MS,
  writeHistory,
  type History,
} from '@heed/core/prompts';
import { mayRemember, watchConsent } from '../../../shared/device/storage-consent.ts';
import { INPUT, listen } from './listen.ts';
import { platform, type PromptEnvironment } from './environment.ts';

const KEY = 'heed-prompts';

/** What is known about the prompts of the site, over tabs and visits; of this page view alone without consent. */
export interface Memory {
  readonly environment: PromptEnvironment;
  /** As of now; undefined when the device keeps nothing. */
  read(): History | undefined;
  /** @returns false when the device did not keep it */
  change(edit: (history: History, now: number) => void): boolean;
  /** Calls back when another tab, the visitor's consent or a return to the page may have changed what is known. */
  watch(changed: () => void): () => void;
}

export function createMemory(environment: PromptEnvironment = platform): Memory {
  const watchers = new Set<() => void>();
  let close: (() => void) | undefined;
  /** Of this page view, while nothing may be kept. */
  let unkept: History | undefined;
  let mayKeep: boolean | undefined;
  /** When the visitor last did something in this page. */
  let active = 0;
  /** The last attempt to keep something failed. */
  let isBroken = false;

  const load = (): History | undefined => {
    try {
      return readHistory(environment.storage.getItem(KEY), environment.now());
    } catch {
      return undefined;
    }
  };
  const save = (history: History): boolean => {
    isBroken = false;
    try {
      environment.storage.setItem(KEY, writeHistory(history));
    } catch {
      isBroken = true;
    }
    return !isBroken;
  };

  /** Consent may have been given or taken back since the last call. */
  const obeyConsent = (): void => {
    const before = mayKeep;
    mayKeep = mayRemember();
    if (mayKeep === before) return;
    if (!mayKeep) {
      unkept = (before && load()) || createHistory();
      if (before) remove();
      else recordVisit(unkept, environment.now());
      return;
    }
    const added = unkept;
    unkept = undefined;
    if (!added) return;
    change((history, now) => {
      recordVisit(history, now);
      mergeHistory(history, added);
    });
  };
  const remove = (): void => {
    try {
      environment.storage.removeItem(KEY);
    } catch {
      // What cannot be reached holds nothing of ours.
    }
  };

  const open = (): History | undefined => {
    obeyConsent();
    if (unkept) clampToNow(unkept, environment.now());
    return unkept ?? load();
  };
  const change: Memory['change'] = (edit) => {
    const history = open();
    if (!history) return false;
    edit(history, environment.now());
    const isKept = history === unkept || save(history);
    tell();
    return isKept;
  };
  const tell = (): void => queueMicrotask(() => watchers.forEach((changed) => changed()));

  /** A visit goes on while somebody does something in a page that is in view, and for a while after that. */
  const noteLife = (): void => {
    const now = environment.now();
    const last = Math.min(active, now);
    active = now;
    if (now - last > VISIT_GAP_MS) noteVisitor(last);
  };
  const noteView = (): void => {
    const last = active;
    if (environment.isVisible()) active = environment.now();
    noteVisitor(last);
  };
  const noteVisitor = (last: number): void => {
    change((history, now) => {
      history.seen = Math.min(Math.max(history.seen, last), now);
      if (environment.isVisible()) recordVisit(history, now);
    });
  };
  const begin = (): void => {
    // One that is opened in the background is no visit yet.
    active = 0;
    if (environment.isVisible()) noteView();
    const ends = [
      listen<StorageEvent>(window, ['storage'], ({ key }) => (key === KEY || key === null) && tell()),
      listen(document, ['visibilitychange'], noteView),
      listen(document, INPUT, noteLife),
      watchConsent(() => {
        obeyConsent();
        tell();
      }),
    ];
    close = () => ends.forEach((end) => end());
  };

  return {
    environment,
    read: () => {
      const history = open();
      return isBroken && !unkept ? undefined : history;
    },
    change,
    watch(changed) {
      if (watchers.size === 0) begin();
      watchers.add(changed);
      return () => {
        if (watchers.delete(changed) && watchers.size === 0) close?.();
      };
    },
  };
}

/** What all prompts of the page share. */
export const pageMemory = createMemory();
