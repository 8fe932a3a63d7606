import { afterAll, beforeAll, describe } from 'vitest';
import { createPgliteStore } from '../pglite.ts';
import type { Harness } from '../testing/harness.test-helper.ts';
import { describeContract } from './contract.test-helper.ts';

describe('on PGlite', () => {
  const harness = {} as Harness;
  beforeAll(async () => {
    harness.store = await createPgliteStore({ dataDir: 'memory://' });
  });
  afterAll(() => harness.store.close());
  describeContract(harness);
});
