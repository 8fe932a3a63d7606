/** A fault scenario as data: the actions of a page, a user, a browser and a server, and the expected result. */
import type { Listening, Rule } from '@heed/testing/fault-server';
import { ENGINES, PUPPETEER_ENGINES, type Engine } from '../shared/browsers/engines.ts';
import type { ClientSettings, PlatformFault } from './page/page-api.ts';

export const FAMILIES = [
  'process',
  'protocol',
  'connectivity',
  'concurrency',
  'storage',
  'data and time',
] as const;

export type Family = (typeof FAMILIES)[number];

export interface Scenario {
  /** A fact in the present tense. Unique. */
  name: string;
  /** Engines that cannot run the scenario, each with the reason. */
  unsupported?: Partial<Record<Engine, string>>;
  /** Entries that are on the device before the first page opens. */
  initialEntries?: readonly InitialEntries[];
  /** The server's rules until a step changes them. By default, the server confirms each request. */
  rules?: readonly ScenarioRule[];
  /** The page in tab `a`, which is open when the first step runs. */
  page?: PageSettings;
  steps: readonly Step[];
  expected?: Expectation;
}

/** The name of a set of records. Rules and expectations use it before the records exist. */
export type Group = string;

/** The group of records whose step names none. */
export const RECORDS: Group = 'records';

/** The expected result, in addition to the invariants. */
export interface Expectation {
  /**
   * The groups at the receiver, complete and nothing else. Defaults to all groups except those that remain on the
   * device and those that `submit()` rejected. `promised`: at least the records that `submit()` reported as `disk`.
   */
  received?: readonly Group[] | 'promised';
  /** The groups that remain on the device, complete and nothing else, with their state. Defaults to none. */
  remaining?: Readonly<Record<Group, 'waiting' | 'retrying' | 'held' | 'parked' | 'unchanged'>>;
  /** Groups that are in neither place because they were deliberately removed. */
  removed?: readonly Group[];
  /** Maximum number of attempts by the client that reach the server. Defaults to one per record. */
  maxAttempts?: number;
}

export type ScenarioRule = Omit<Rule, 'key'> & {
  /** Applies the rule only to records of this group. */
  group?: Group;
};

/** Entries written to the device as another program or another version of the client would. */
export interface InitialEntries {
  group: Group;
  /** One entry per value. `record` is a record as an earlier version of the client wrote it. */
  entries: readonly unknown[];
}

export interface PageSettings extends ClientSettings {
  /** The page's `content-security-policy` header. */
  csp?: string;
  /** Loads the page from a host that is not a secure context. */
  isInsecure?: boolean;
}

/** The tabs that a step applies to, concurrently. Defaults to `a`. */
interface InTabs {
  tab?: string | readonly string[];
}

interface Records {
  /** Defaults to {@link RECORDS}. */
  group?: Group;
  /** Defaults to 1. */
  count?: number;
  /** The user's answer. */
  text?: string;
  /** Exact length of the JSON, in bytes of UTF-8. */
  bytes?: number;
}

export interface Submit extends Records {
  do: 'submit';
  /** Size of the file attached to each record, in bytes. Defaults to no file. */
  fileBytes?: number;
  /** Submits all records concurrently and does not wait for the results. */
  isConcurrent?: boolean;
  /**
   * The result of `submit()` for each record: where it is stored, `disk or memory`, or an error code. Defaults to
   * `disk`.
   */
  result?: string;
  /** Submits the records of the group again, with the same or with changed content. */
  again?: 'identical' | 'changed';
  /** Index of the page's client. Defaults to 0. */
  client?: number;
}

/** Waits until all of the given conditions are true. */
export interface Wait {
  do: 'wait';
  /** Exact number of entries on the device. */
  stored?: number;
  /** Minimum number of records at the receiver. */
  received?: number;
  /** Minimum number of requests that reached the server. */
  requests?: number;
  /** Minimum number of preflights that reached the server. */
  preflights?: number;
  /** The state that the page's `pending()` returns for each record of a group. */
  pending?: Readonly<Record<Group, string>>;
  /** Exact number of records that the page's `pending()` returns: 0 once the page has read the reply to each. */
  waiting?: number;
  /** Properties that the page reports. */
  page?: Readonly<{ path?: string; wasCached?: boolean; isSecure?: boolean; hasLocks?: boolean }>;
}

export type Step = InTabs &
  (
    | Submit
    | Wait
    /** Opens a new tab or reuses an open one. After `kill` and `quit`, starts a new browser with the old profile. */
    | { do: 'open'; page?: PageSettings }
    | { do: 'close' | 'reload' | 'back' | 'crash' | 'freeze' | 'resume' }
    /** Submits and navigates away, in one task or inside the `pagehide` event of the navigation. */
    | ({ do: 'leave'; to: 'same site' | 'cross site'; during: 'submit' | 'pagehide' } & Records)
    | { do: 'navigate'; to: 'same site' | 'cross site' }
    | { do: 'kill' | 'quit' }
    | { do: 'configure'; page: ClientSettings }
    | { do: 'flush' | 'purge' | 'steal lock' | 'delete database' | 'clear site data' }
    /** Another page of the site, as of an older release, prevents the database from being opened, and later closes. */
    | { do: 'block database' | 'unblock database' }
    | { do: 'retry' | 'discard'; group?: Group }
    /** Replaces the platform faults that are in effect. */
    | { do: 'set faults'; faults: readonly PlatformFault[] }
    /** Dispatches an event on the window and sets `navigator.onLine`. */
    | { do: 'dispatch'; type: 'online' | 'offline'; onLine: boolean }
    | { do: 'rules'; rules: readonly ScenarioRule[] }
    | { do: 'listen'; how: Listening }
    | { do: 'network'; isOn: boolean }
    /** Sets the storage quota of the site, in bytes. */
    | { do: 'set quota'; bytes: number }
    /** Advances the time in all pages, and runs the timers that are due. */
    | { do: 'advance'; ms: number }
    /** Moves the device's clock forwards or back without running timers. */
    | { do: 'shift clock'; ms: number }
    /** Advances the time from timer to timer until the expected result is reached. */
    | { do: 'settle' }
    | { do: 'repeat'; times: number; steps: readonly Step[] }
    /** Reloads the page and lists the pending records. Fails if the main thread is blocked for longer. */
    | { do: 'measure'; limitMs: number; maxTries: number }
  );

export function listEngines({ unsupported = {} }: Scenario): Engine[] {
  return AVAILABLE_ENGINES.filter((engine) => !unsupported[engine]);
}

/** WebKit can be automated only on Linux. */
export const AVAILABLE_ENGINES: readonly Engine[] =
  process.platform === 'linux' ? ENGINES : PUPPETEER_ENGINES;
