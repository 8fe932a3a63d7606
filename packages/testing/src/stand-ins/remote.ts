/** Controls a stand-in from a test in a browser. */
import type { Fault, LoggedRequest } from './space.ts';
import type { TargetName } from './targets.ts';

export type { Fault, LoggedRequest, TargetName };

export interface RemoteStandIn {
  /** The replacement for the scheme and host of the target, such as `https://hooks.slack.com`. */
  site: string;
  /** Sets the faults of the next POST requests, one each. */
  setFaults(...faults: Fault[]): Promise<void>;
  /** Returns all requests so far, including preflights. */
  log(): Promise<LoggedRequest[]>;
  /** Returns everything that the target has stored, oldest first. */
  stored(): Promise<unknown[]>;
}

/** Creates a stand-in. @param control The URL that the plugin serves. */
export async function openStandIn(control: string, target: TargetName): Promise<RemoteStandIn> {
  const call = async (verb: string, argument: string, body?: string): Promise<unknown> =>
    (await fetch(`${control}/${verb}/${argument}`, { method: 'POST', body: body ?? '' })).json();
  const site = (await call('open', target, location.origin)) as string;
  const space = site.split('/').at(-1) ?? '';
  return {
    site,
    async setFaults(...faults) {
      await call('faults', space, JSON.stringify(faults));
    },
    log: async () => (await call('log', space)) as LoggedRequest[],
    stored: async () => (await call('stored', space)) as unknown[],
  };
}
