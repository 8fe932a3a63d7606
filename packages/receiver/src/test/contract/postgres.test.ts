import { afterAll, beforeAll, describe, inject } from 'vitest';
import { createPostgresStore } from '../../database/postgres/postgres-store.ts';
import type { Harness } from '../test-client.ts';
import { createDatabase } from '../postgres-server.ts';
import { describeContract } from './contract.ts';

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
