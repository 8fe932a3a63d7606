/** The browser features that scenarios need, the same for all engines. */
import type { FaultPage } from '../page/page-api.ts';

type Method = keyof FaultPage;

export interface Tab {
  goto(url: string): Promise<void>;
  /** Calls a function of the page, see {@link FaultPage}. */
  call<Name extends Method>(
    name: Name,
    ...args: Parameters<FaultPage[Name]>
  ): Promise<Awaited<ReturnType<FaultPage[Name]>>>;
  /** Goes back in the history. The page may be restored from the back/forward cache without a load. */
  back(): Promise<void>;
  close(): Promise<void>;
  /** Freezes the tab, as a browser does to save energy, or resumes it. */
  setFrozen?(isFrozen: boolean): Promise<void>;
  setOffline?(isOffline: boolean): Promise<void>;
  /** Ends the process of the tab, as a crash does. */
  crash?(): Promise<void>;
  /** Sets the storage quota of the site, in bytes. */
  setQuota?(bytes: number): Promise<void>;
  /** Deletes the site's data, as a user does in the browser's settings. */
  clearSiteData?(): Promise<void>;
}

export interface Browser {
  openTab(): Promise<Tab>;
  close(): Promise<void>;
  /** Kills the browser and all of its processes without any cleanup, as a crash of the machine does. */
  kill?(): Promise<void>;
}
