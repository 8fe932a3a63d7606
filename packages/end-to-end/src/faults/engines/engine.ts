/** The little that scenarios need of a browser, the same for all engines. */
import type { FaultPage } from '../page/types.ts';

type Method = keyof FaultPage;

export interface Tab {
  goto(url: string): Promise<void>;
  /** Calls a function of the page, see {@link FaultPage}. */
  call<Name extends Method>(
    name: Name,
    ...args: Parameters<FaultPage[Name]>
  ): Promise<Awaited<ReturnType<FaultPage[Name]>>>;
  /** To the page before, which may come out of a cache and then does not load. */
  back(): Promise<void>;
  close(): Promise<void>;
  /** Stops everything in the tab, as a browser does that saves energy, or lets it go on. */
  setFrozen?(isFrozen: boolean): Promise<void>;
  setOffline?(isOffline: boolean): Promise<void>;
  /** Ends the process of the tab as a crash does. */
  crash?(): Promise<void>;
  /** Limits what the site may use on the device, in bytes. */
  setQuota?(bytes: number): Promise<void>;
  /** As the visitor does in the browser's settings. */
  clearSiteData?(): Promise<void>;
}

export interface Browser {
  openTab(): Promise<Tab>;
  close(): Promise<void>;
  /** Ends the browser and all of its processes as a crash of the machine would, without a chance to tidy up. */
  kill?(): Promise<void>;
}
