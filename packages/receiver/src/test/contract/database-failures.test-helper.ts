import { describe, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { call, newId, newRecord, type Harness } from '../test-client.test-helper.ts';

/** When the database is away. */
export function describeFaults(harness: Harness): void {
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
    return call({ store }, { log: (line) => lines.push(line) });
  };

  describe('a failing database', () => {
    it('makes a post come back later, and the log names no answer', async () => {
      const lines: string[] = [];
      const response = await failing(lines).post(newRecord());
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({ code: 'unavailable' });
      expect(lines.join()).toContain('53300');
      expect(lines.join()).not.toContain('secret');
    });

    it.each([
      '/responses',
      `/responses/${newId()}/files/0`,
      '/scores',
      '/export.csv',
      '/export.jsonl',
      '/health',
    ])('is told by %s', async (path) => {
      expect((await failing([]).get(path)).status).toBe(503);
    });
  });

  describe('the health', () => {
    it('needs no token', async () => {
      const response = await call(harness).send('/health');
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    });
  });
}
