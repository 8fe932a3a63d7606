import { describe, expect, it } from 'vitest';
import { openReceiver } from './open-receiver.ts';

describe('openReceiver', () => {
  it('creates a new token for a database in memory', async () => {
    const receiver = await openReceiver({ dataDir: 'memory://', basePath: '/' });
    expect(receiver.tokenIsNew).toBe(true);
    const headers = { authorization: `Bearer ${receiver.token}` };
    const response = await receiver.fetch(new Request('http://receiver.example/scores', { headers }));
    expect(await response.json()).toEqual({ scores: [] });
    await receiver.close();
  });
});
