import type { Tab } from './tab.ts';

/** Returns whether the first key is the key of an earlier version of the second: partial, and of the same record. */
export function isEarlier(key: string, than: string): boolean {
  const isOfSame = key.slice(0, 36) === than.slice(0, 36);
  return isOfSame && key.includes('.') && (key < than || !than.includes('.'));
}

/** What the model knows of one id. It is all that there is to the model. */
export interface Entry {
  id: string;
  /** What may be posted under the id: more than one text only where the page itself submitted several. */
  bodies: Set<string>;
  /** A submit told the page that the device keeps it, and nobody asked for its removal since. */
  isPromised: boolean;
  /** Tabs in which a submit told the page that it is in memory, and nothing else has been heard since. */
  memoryTabs: Set<Tab>;
  /**
   * Tabs that may have a copy in memory. Larger than `memoryTabs`: a tab that hears that another one stored or removed the
   * record keeps its own copy.
   */
  copyTabs: Set<Tab>;
  /** An event said that it came to the device later on, and nobody asked for its removal since. */
  isStored: boolean;
  /** A submit may have put it somewhere: not so while every one of them was refused. */
  isTaken: boolean;
  /** It was purged, and not submitted again since. */
  isPurged: boolean;
  /** It was parked at the last rest, and no tab has a copy in memory. */
  isParked: boolean;
  /** A tab that may store and send it has it. */
  isConsented: boolean;
  /** A closed client had it in memory: it hears of no purge, and may bring it back. */
  isOutOfReach: boolean;
  /** It was removed while it was submitted, or with all of the site's data: nobody can tell what became of it. */
  isUncertain: boolean;
  submits: number;
  /** Submits, and calls of `retry`, under way. */
  submitting: number;
  retrying: number;
  removals: number;
  /** Replies so far that park it. */
  parks: number;
  /** Replies so far that confirm it. */
  confirmations: number;
  /** The earliest time of a submit, by the device's clock. */
  atMs: number;
}

/** A submit on its way, or what it promised. */
export interface Ticket {
  tab: Tab;
  entry: Entry;
  body: string;
  /** Nobody submitted these bytes under this id before. */
  isNewBody: boolean;
  /** How much of each had been seen when it began. */
  removals: number;
  deaths: number;
  posts: number;
  /** What must become of it; undefined when the model cannot tell, since other things go on. */
  expected: 'taken' | 'HEED_FULL' | 'HEED_RECORD' | undefined;
  state: 'open' | 'taken' | 'refused' | 'lost';
  isTried: boolean;
  isSettled: boolean;
}

/** Returns the entry of an id that nobody has submitted. */
export function createEntry(id: string, atMs: number): Entry {
  return {
    id,
    bodies: new Set(),
    isPromised: false,
    memoryTabs: new Set(),
    copyTabs: new Set(),
    isStored: false,
    isTaken: false,
    isPurged: false,
    isParked: false,
    isConsented: false,
    isOutOfReach: false,
    isUncertain: false,
    submits: 0,
    submitting: 0,
    retrying: 0,
    removals: 0,
    parks: 0,
    confirmations: 0,
    atMs,
  };
}
