/** A stand-in as a test in a browser drives it. */
import type { Seen, Trouble } from './space.ts';
import type { TargetName } from './targets.ts';

export type { Seen, TargetName, Trouble };

export interface RemoteStandIn {
  /** What stands for the scheme and the host of the target, such as `https://hooks.slack.com`. */
  site: string;
  /** What the next posts meet, one each. */
  expect(...troubles: Trouble[]): Promise<void>;
  /** What arrived so far, preflights too. */
  seen(): Promise<Seen[]>;
  /** What the target holds by now, oldest first. */
  held(): Promise<unknown[]>;
}

/** @param control where the plugin says that stand-ins are opened */
export async function openStandIn(control: string, target: TargetName): Promise<RemoteStandIn> {
  const call = async (verb: string, argument: string, body?: string): Promise<unknown> =>
    (await fetch(`${control}/${verb}/${argument}`, { method: 'POST', body: body ?? '' })).json();
  const site = (await call('open', target, location.origin)) as string;
  const space = site.split('/').at(-1) ?? '';
  return {
    site,
    async expect(...troubles) {
      await call('expect', space, JSON.stringify(troubles));
    },
    seen: async () => (await call('seen', space)) as Seen[],
    held: async () => (await call('held', space)) as unknown[],
  };
}
