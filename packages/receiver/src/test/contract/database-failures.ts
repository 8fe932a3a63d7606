import { describe, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { createTestClient, createRecordId, buildRecord, type Harness } from '../test-client.ts';

/** Database failures. */
export function describeDatabaseFailures(harness: Harness): void {
  const failing = (lines: string[]) => {
    const fail = async (): Promise<never> => {
      throw Object.assign(new Error('failing row contains (secret words)'), { code: '53300' });
    };
    const store: Store = {
      add: fail,
      list: fail,
      readFile: fail,
      tally: fail,
      ping: fail,
      close: async () => {},
    };
    return createTestClient({ store }, { log: (line) => lines.push(line) });
  };

  describe('a failing database', () => {
    it('responds to a post with 503 and Retry-After, and logs no part of the answer', async () => {
      const lines: string[] = [];
      const response = await failing(lines).post(buildRecord());
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({ code: 'unavailable' });
      expect(lines.join()).toContain('53300');
      expect(lines.join()).not.toContain('secret');
    });

    it.each([
      '/responses',
      `/responses/${createRecordId()}/files/0`,
      '/scores',
      '/export.csv',
      '/export.jsonl',
      '/health',
    ])('responds to %s with 503', async (path) => {
      expect((await failing([]).get(path)).status).toBe(503);
    });
  });

  describe('GET /health', () => {
    it('requires no token', async () => {
      const response = await createTestClient(harness).send('/health');
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    });
  });
}
