/**
 * Compares the client with a model of its guarantees. Each run is a random sequence of calls, replies, crashes, new
 * tabs, clock jumps and storage faults. At the end all failures stop, and every record must be delivered.
 *
 * To repeat a failing run, pass the seed, path and `replayPath` of its message:
 * `HEED_SEED=… HEED_PATH=… HEED_REPLAY=… vitest run test/model`. `HEED_RUNS` sets the number of runs and, without
 * `HEED_SEED`, a new seed; `pnpm run soak:model` starts a long soak test.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { anyCommand, anyCommandOnVersions, type Command } from './commands.ts';
import { finish, type Ending } from './ending.ts';
import type { LeftoverKind } from './options.ts';
import { Session } from './session.ts';

const HOUR_MS = 3_600_000;
const LIMIT_MS = 6 * HOUR_MS;
const { HEED_RUNS: runs, HEED_SEED: seed, HEED_PATH: path, HEED_REPLAY: replayPath } = process.env;

const anyRunOf = (command: fc.Arbitrary<Command>) =>
  fc.record({
    limits: fc.record({
      hasPredicate: fc.boolean(),
      maxItems: fc.constantFrom(undefined, undefined, undefined, 1, 3),
      maxAgeMs: fc.constantFrom(undefined, undefined, undefined, HOUR_MS, 48 * HOUR_MS),
    }),
    leftovers: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.constantFrom<LeftoverKind[]>('v1', 'v2', 'newer', 'damaged'), {
          maxLength: 3,
        }),
      },
    ),
    commands: fc.commands([command], { maxCommands: 50, size: 'max', ...(replayPath && { replayPath }) }),
    ending: fc.constantFrom<Ending[]>('wait', 'flush', 'reload'),
  });

let session: Session;
const onUnhandled = (error: unknown): void => session.ledger.report(`unhandled rejection: ${String(error)}`);
beforeAll(() => void process.on('unhandledRejection', onUnhandled));
afterAll(() => void process.off('unhandledRejection', onUnhandled));

it.each<[string, fc.Arbitrary<Command>, number]>([
  ['for complete records', anyCommand, 3000],
  ['for partial records and the complete records that replace them', anyCommandOnVersions, 2000],
])('keeps every guarantee %s', { timeout: LIMIT_MS }, async (_, command, defaultRuns) => {
  const property = fc.asyncProperty(anyRunOf(command), async ({ limits, leftovers, commands, ending }) => {
    session = new Session(limits);
    await session.start(leftovers);
    session.open(0, { hasLocks: true });
    try {
      await fc.asyncModelRun(() => ({ model: session, real: session }), commands);
      await finish(session, ending);
    } finally {
      session.dispose();
    }
  });
  await fc.assert(property, {
    numRuns: Number(runs ?? defaultRuns),
    // The same runs each time, so that a new failure is caused by the change; a soak test uses new runs.
    seed: Number(seed ?? (runs ? Date.now() : 2026)),
    ...(path && { path }),
  });
});

it('sends one request when a page is left while it waits for the lock, and shown again', async () => {
  session = new Session({ hasPredicate: false });
  await session.start(['v2']);
  const tab = session.open(0, { hasLocks: true });
  // The client has requested the lock, and its callback has not run yet.
  await undefined;
  session.ledger.isUndisturbed = false;
  session.hide(tab);
  await finish(session, 'wait');
  session.dispose();
});

it('allows a tab to post its copy in memory after another tab parked the record', async () => {
  session = new Session({ hasPredicate: false });
  await session.start([]);
  const first = session.open(0, { hasLocks: true });
  const second = session.open(1, { hasLocks: true });
  const record = session.makeRecord();
  session.fail('write');
  session.answer([{ kind: 500 }], false);
  await session.submit(first, record);
  await session.settle();
  session.fail('none');
  session.answer([{ kind: 400 }], false);
  // The first tab receives the event `stored` and keeps its own copy, which it tries again later.
  await session.submit(second, record);
  await session.settle();
  await session.environment.time.advance(60_000);
  await session.settle();
  await finish(session, 'wait');
  session.dispose();
});
