/**
 * The client against a model of what it promises: random sequences of calls, replies, crashes, further tabs, clock jumps
 * and storage faults, and after them a environment in which everything is well.
 *
 * A failing run prints what it needs to be repeated: `HEED_SEED=… HEED_PATH=… HEED_REPLAY=… vitest run test/model`, with
 * the seed, the path and the `replayPath` of the message. `HEED_RUNS` sets the number of runs; a soak of many with a
 * seed of its own is `pnpm run soak:model`.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { anyCommand, anyCommandOnVersions, type Command } from './commands.ts';
import { finish, type Ending } from './ending.ts';
import type { Leftover } from './options.ts';
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
        arbitrary: fc.array(fc.constantFrom<Leftover[]>('v1', 'v2', 'newer', 'damaged'), { maxLength: 3 }),
      },
    ),
    commands: fc.commands([command], { maxCommands: 50, size: 'max', ...(replayPath && { replayPath }) }),
    ending: fc.constantFrom<Ending[]>('wait', 'flush', 'reload'),
  });

let session: Session;
const onUnhandled = (error: unknown): void =>
  session.ledger.report(`nobody handles a rejection: ${String(error)}`);
beforeAll(() => void process.on('unhandledRejection', onUnhandled));
afterAll(() => void process.off('unhandledRejection', onUnhandled));

it.each<[string, fc.Arbitrary<Command>, number]>([
  ['whatever happens', anyCommand, 3000],
  ['of partial records and of the complete ones that take their place', anyCommandOnVersions, 2000],
])('keeps every promise, %s', { timeout: LIMIT_MS }, async (_, command, usualRuns) => {
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
    numRuns: Number(runs ?? usualRuns),
    // The same runs each time, so that a change is judged by what it changes; a soak looks for new ones.
    seed: Number(seed ?? (runs ? Date.now() : 2026)),
    ...(path && { path }),
  });
});

it('sends one request where a page is left just before its turn, and shown again', async () => {
  session = new Session({ hasPredicate: false });
  await session.start(['v2']);
  const tab = session.open(0, { hasLocks: true });
  // The client has asked for the lock, and has not heard yet that it is given.
  await undefined;
  session.ledger.isCalm = false;
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
  session.answer([{ what: 500 }], false);
  await session.submit(first, record);
  await session.pass();
  session.fail('none');
  session.answer([{ what: 400 }], false);
  // The first tab hears that the record is on the device and keeps its own copy, which is due again later.
  await session.submit(second, record);
  await session.pass();
  await session.environment.time.advance(60_000);
  await session.pass();
  await finish(session, 'wait');
  session.dispose();
});
