/** A fault scenario as data: what a page, a person, a browser and a server do, and what must be where in the end. */
import type { Listening, Rule } from '@heed/testing/fault-server';
import type { Breakage, ClientSettings } from './page/types.ts';

export type Engine = 'chromium' | 'firefox' | 'webkit';

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
  /** A fact in the present tense. No other scenario has it. */
  name: string;
  /** Engines that cannot play it, each with the reason. */
  without?: Partial<Record<Engine, string>>;
  /** What lies on the device before the first page opens. */
  device?: readonly DeviceRows[];
  /** How the server treats requests until a step changes it; it confirms each by default. */
  rules?: readonly ScenarioRule[];
  /** The page in tab `a`, which is open when the first step is played. */
  page?: PageSettings;
  steps: readonly Step[];
  end?: End;
}

/** Records under a name, so that rules and ends can speak of them before they exist. */
export type Group = string;

/** The group of records whose step names none. */
export const RECORDS: Group = 'records';

/** What must be true in the end, beyond the invariants. */
export interface End {
  /**
   * The groups at the receiver, complete and nothing else. All groups by default, but for those that are left on the
   * device and those that `submit()` refused. `promised`: what was promised `disk`, and perhaps some of the rest.
   */
  received?: readonly Group[] | 'promised';
  /** The groups left on the device, complete and nothing else, and the state of their rows. None by default. */
  left?: Readonly<Record<Group, 'waiting' | 'retrying' | 'held' | 'parked' | 'as written'>>;
  /** Groups that are at neither, because somebody removed them. */
  gone?: readonly Group[];
  /** At most so many attempts of the client reach the server. One for each record by default. */
  attempts?: number;
}

export type ScenarioRule = Omit<Rule, 'key'> & {
  /** Only for the records of this group. */
  group?: Group;
};

/** Rows written to the device as some other program, or another version, left them. */
export interface DeviceRows {
  group: Group;
  /** One row for each value; 'a record': as an earlier version of the client wrote it. */
  rows: readonly unknown[];
}

export interface PageSettings extends ClientSettings {
  /** Header `content-security-policy` of the page. */
  csp?: string;
  /** On a host that is no secure context. */
  isInsecure?: boolean;
}

/** Where a step is played; `a` by default. In several tabs it is played at once. */
interface InTabs {
  tab?: string | readonly string[];
}

interface Records {
  /** {@link RECORDS} by default. */
  group?: Group;
  /** 1 by default. */
  count?: number;
  /** What the visitor wrote. */
  text?: string;
  /** Makes the JSON exactly so long, in bytes of UTF-8. */
  bytes?: number;
}

export interface Submit extends Records {
  do: 'submit';
  /** The size of the file that comes with each, in bytes. None by default. */
  fileBytes?: number;
  /** Does not wait until they are accepted. */
  isLoose?: boolean;
  /** What `submit()` gives for each: where it is stored, or the code of the error; `disk or memory`. `disk` by default. */
  gives?: string;
  /** The records of the group once more, as they are or with other content. */
  again?: 'the same' | 'other content';
  /** To which client of the page; the first by default. */
  client?: number;
}

/** What is waited for: all that is named. */
export interface Until {
  do: 'until';
  /** Rows on the device, exactly. */
  device?: number;
  /** At least so many records at the receiver. */
  received?: number;
  /** At least so many requests, or preflights, that reached the server. */
  requests?: number;
  preflights?: number;
  /** Records of the group that the page's `pending()` lists in this state. */
  pending?: Readonly<Record<Group, string>>;
  /** Records that the page's `pending()` lists, exactly: 0 once it has read the reply to each. */
  waiting?: number;
  /** The page says this of itself. */
  page?: Readonly<{ path?: string; wasCached?: boolean; isSecure?: boolean; hasLocks?: boolean }>;
}

export type Step = InTabs &
  (
    | Submit
    | Until
    /** A new tab, or the same one again; after `kill` and `quit` in a new browser with the old profile. */
    | { do: 'open'; page?: PageSettings }
    | { do: 'close' | 'reload' | 'back' | 'crash' | 'freeze' | 'thaw' }
    /** To another page, in the task of the submit or in the `pagehide` that the navigation causes. */
    | ({ do: 'leave'; to: 'own site' | 'other site'; during: 'submit' | 'pagehide' } & Records)
    | { do: 'go'; to: 'own site' | 'other site' }
    | { do: 'kill' | 'quit' }
    | { do: 'configure'; page: ClientSettings }
    | { do: 'flush' | 'purge' | 'steal the lock' | 'delete the database' | 'clear site data' }
    /** A page of the site, perhaps of an older release, lets nobody open the database, and then closes. */
    | { do: 'block the database' | 'unblock the database' }
    | { do: 'retry' | 'discard'; group?: Group }
    /** What of the device fails from now on, instead of what failed before. */
    | { do: 'break'; what: readonly Breakage[] }
    /** An event of the window, with what `navigator.onLine` claims. */
    | { do: 'event'; type: 'online' | 'offline'; claims: boolean }
    | { do: 'rules'; rules: readonly ScenarioRule[] }
    | { do: 'listen'; how: Listening }
    | { do: 'network'; isOn: boolean }
    /** The space that the site may use on the device, in bytes. */
    | { do: 'quota'; bytes: number }
    /** Time passes everywhere, timers run out. */
    | { do: 'pass'; ms: number }
    /** The device's clock is set, forwards or back, without time passing. */
    | { do: 'jump'; ms: number }
    /** Time passes from one timer to the next until everything is where the end wants it. */
    | { do: 'settle' }
    | { do: 'repeat'; times: number; steps: readonly Step[] }
    /** The page starts anew and lists what waits without keeping the main thread for longer. */
    | { do: 'measure'; limitMs: number; tries: number }
  );

export function enginesOf({ without = {} }: Scenario): Engine[] {
  return ENGINES.filter((engine) => !without[engine]);
}

/** WebKit can be driven on Linux only. */
export const ENGINES: readonly Engine[] =
  process.platform === 'linux' ? ['chromium', 'firefox', 'webkit'] : ['chromium', 'firefox'];
