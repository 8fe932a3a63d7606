import * as fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { anyCommand } from './commands.test-helper.ts';
import { Session, type Ending } from './session.test-helper.ts';

const HOUR_MS = 3_600_000;
const env = process.env;
const runs = Number(env['HEED_RUNS'] ?? 3000);
const replay = {
  ...(env['HEED_SEED'] && { seed: Number(env['HEED_SEED']) }),
  ...(env['HEED_PATH'] && { path: env['HEED_PATH'] }),
};

let session: Session;
const onUnhandled = (error: unknown): void => session.ledger.blame(`nobody handles a rejection: ${String(error)}`);
beforeAll(() => void process.on('unhandledRejection', onUnhandled));
afterAll(() => void process.off('unhandledRejection', onUnhandled));

it('keeps every promise', { timeout: 3_600_000 }, async () => {
  const anyRun = fc.record({
    limits: fc.record({
      hasPredicate: fc.boolean(),
      maxItems: fc.constantFrom(undefined, undefined, undefined, 1, 3),
      maxAgeMs: fc.constantFrom(undefined, undefined, undefined, HOUR_MS, 48 * HOUR_MS),
    }),
    commands: fc.commands([anyCommand], {
      maxCommands: 40,
      size: 'max',
      ...(env['HEED_REPLAY'] && { replayPath: env['HEED_REPLAY'] }),
    }),
    ending: fc.constantFrom<Ending[]>('wait', 'flush', 'reload'),
  });
  await fc.assert(
    fc.asyncProperty(anyRun, async ({ limits, commands, ending }) => {
      session = new Session(limits);
      session.open(0, { hasLocks: true });
      await fc.asyncModelRun(() => ({ model: session, real: session }), commands);
      await session.finish(ending);
    }),
    { numRuns: runs, ...replay },
  );
});
