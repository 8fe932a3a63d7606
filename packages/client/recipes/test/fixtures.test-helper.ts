/** What the tests of the recipes share. */
import type { ClientOptions, Clock } from '@heed/client';
import { openStandIn, type RemoteStandIn, type Seen, type TargetName } from '@heed/testing/stand-ins/remote';
import { makeName, makeRecord, startClient, type TestClient } from '../../src/test/fixtures.test-helper.ts';

const start = Date.now();

/** An attempt takes no longer. */
export const ATTEMPT_LIMIT_MS = 30_000;
/** And how long a client waits for the lock. */
const LIMITS_MS = [ATTEMPT_LIMIT_MS, 60_000];

const SPEED = 20;

/** Faster than time, but for the limits: so the pauses between attempts are short and real. */
export const fastClock: Clock = {
  now: () => start + (Date.now() - start) * SPEED,
  timeout: (ms) => AbortSignal.timeout(LIMITS_MS.includes(ms) ? ms : ms / SPEED),
};

export interface Scene {
  target: RemoteStandIn;
  client: TestClient;
  /** A text that only the record of this test contains. */
  mark: string;
  /** How many entries of the target come from the record. */
  count(): Promise<number>;
  /** The posts that arrived. */
  posts(): Promise<Seen[]>;
}

/** The first target of a kind may have to open a database, which takes its time on a busy machine. */
export const OPENING_MS = 60_000;

/** A target of its own with a client that posts to it. */
export async function open(name: TargetName, recipe: (site: string) => ClientOptions): Promise<Scene> {
  const { control } = (await (await fetch('/stand-ins.json')).json()) as { control: string };
  const target = await openStandIn(control, name);
  const mark = makeName();
  return {
    target,
    mark,
    client: startClient({ ...recipe(target.site), clock: fastClock }),
    count: async () => (await target.held()).filter((entry) => JSON.stringify(entry).includes(mark)).length,
    posts: async () => (await target.seen()).filter(({ method }) => method === 'POST'),
  };
}

/** Submits the record of a scene. */
export function submit({ client, mark }: Scene, files?: readonly File[]): ReturnType<TestClient['submit']> {
  return client.submit(makeRecord(mark), files);
}
