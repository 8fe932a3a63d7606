import { afterAll, beforeAll, describe } from 'vitest';
import { createPgliteStore } from '../../database/pglite/pglite-store.ts';
import type { Harness } from '../test-client.ts';
import { describeContract } from './contract.ts';

describe('on PGlite', () => {
  const harness = {} as Harness;
  beforeAll(async () => {
    harness.store = await createPgliteStore({ dataDir: 'memory://' });
  });
  afterAll(() => harness.store.close());
  describeContract(harness);
});
