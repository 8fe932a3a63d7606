/** Fixtures of the recipe tests. */
import type { ClientOptions, Clock } from '@heed/client';
import {
  openStandIn,
  type RemoteStandIn,
  type LoggedRequest,
  type TargetName,
} from '@heed/testing/stand-ins/remote';
import {
  makeName,
  makeRecord,
  startClient,
  type TestClient,
} from '../../src/test/fixtures.ts';

const start = Date.now();

/** The time limit of an attempt. */
export const ATTEMPT_LIMIT_MS = 30_000;
/** The time limits of an attempt and of waiting for the lock. */
const LIMITS_MS = [ATTEMPT_LIMIT_MS, 60_000];

const SPEED = 20;

/** Runs faster than real time, except for the limits, so that the pauses between attempts are short but real. */
export const fastClock: Clock = {
  now: () => start + (Date.now() - start) * SPEED,
  timeout: (ms) =>
    AbortSignal.timeout(LIMITS_MS.includes(ms) ? ms : ms / SPEED),
};

export interface RecipeFixture {
  target: RemoteStandIn;
  client: TestClient;
  /** A unique text in the record of this test. */
  mark: string;
  /** Counts the target's entries that come from the record. */
  count(): Promise<number>;
  /** Returns the posts that arrived. */
  posts(): Promise<LoggedRequest[]>;
}

/** The first target of a kind may have to open a database, which is slow on a busy machine. */
export const OPENING_MS = 60_000;

/** Opens a separate target, and a client that posts to it. */
export async function open(
  name: TargetName,
  recipe: (site: string) => ClientOptions,
): Promise<RecipeFixture> {
  const { control } = (await (
    await fetch('/stand-ins.json')
  ).json()) as { control: string };
  const target = await openStandIn(control, name);
  const mark = makeName();
  return {
    target,
    mark,
    client: startClient({ ...recipe(target.site), clock: fastClock }),
    count: async () =>
      (await target.stored()).filter((entry) =>
        JSON.stringify(entry).includes(mark),
      ).length,
    posts: async () =>
      (await target.log()).filter(({ method }) => method === 'POST'),
  };
}

/** Submits the record of a fixture. */
export function submit(
  { client, mark }: RecipeFixture,
  files?: readonly File[],
): ReturnType<TestClient['submit']> {
  return client.submit(makeRecord(mark), files);
}
