import { afterAll, beforeAll, describe, inject } from 'vitest';
import { createPostgresStore } from '../postgres.ts';
import type { Harness } from '../testing/harness.test-helper.ts';
import { createDatabase } from '../testing/postgres.test-helper.ts';
import { describeContract } from './contract.test-helper.ts';

describe('on PostgreSQL', () => {
  const harness = {} as Harness;
  let dropDatabase: () => Promise<void>;
  beforeAll(async () => {
    const { url, drop } = await createDatabase(inject('postgresUrl'));
    dropDatabase = drop;
    harness.store = await createPostgresStore({ url });
  });
  afterAll(async () => {
    await harness.store.close();
    await dropDatabase();
  });
  describeContract(harness);
});
