import { constants, cp, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ResponseRecord } from '@heed/core';
import { createPgliteStore } from './database/pglite/pglite-store.ts';
import { createDatabase } from './test/postgres-server.ts';
import { buildRecord, createSurveyName } from './test/test-client.ts';
import { runCommand, createTemporaryFolder, type Command } from './test/command-process.ts';

const ENDPOINT = /feedback at (http:\S+)/;

describe('heed-receiver', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let template: Awaited<ReturnType<typeof createTemporaryFolder>>;
  const running: Command[] = [];
  // Creating a database takes over a second; copying one is fast.
  beforeAll(async () => {
    template = await createTemporaryFolder();
    await (await createPgliteStore({ dataDir: template.path })).close();
  });
  afterAll(() => template.remove());
  beforeEach(async () => {
    folder = await createTemporaryFolder();
    await cp(template.path, join(folder.path, 'data'), { recursive: true, mode: constants.COPYFILE_FICLONE });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((command) => command.kill('SIGKILL')));
    await folder.remove();
  });

  const start = (args: readonly string[] = [], environment = {}): Command => {
    const data = join(folder.path, 'data');
    const command = runCommand(['--port', '0', '--data', data, ...args], environment);
    running.push(command);
    return command;
  };
  const waitForEndpoint = async (command: Command): Promise<string> =>
    (await command.waitForOutput(ENDPOINT))[1] ?? '';

  it('prints the URL and, only on the first start, the token', async () => {
    const data = join(folder.path, 'new', 'data');
    const first = start(['--data', data]);
    const [, token] = await first.waitForOutput(/Token[^:]*: (\S{43})\n/);
    const response = await fetch(`${await waitForEndpoint(first)}/scores`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    expect(await first.kill('SIGTERM')).toBe(0);
    const file = join(data, 'token');
    expect(await readFile(file, 'utf8')).toBe(`${token}\n`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    const second = start(['--data', data]);
    await waitForEndpoint(second);
    expect(second.output()).not.toMatch(/token/i);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('exits cleanly on %s and releases the lock', async (signal) => {
    const command = start(['--token', 'given-token']);
    await waitForEndpoint(command);
    expect(await command.kill(signal)).toBe(0);
    expect(await readdir(join(folder.path, 'data'))).not.toContain('lock');
  });

  it('keeps every acknowledged record if it is killed, and restarts without repair', async () => {
    const survey = createSurveyName();
    const command = start(['--token', 'given-token', '--posts-per-minute', '100000']);
    const acknowledged = postUntilExit(await waitForEndpoint(command), survey);
    await expect.poll(() => acknowledged.ids.length, { timeout: 10_000 }).toBeGreaterThan(50);
    await command.kill('SIGKILL');
    await acknowledged.exited;
    const again = start(['--token', 'given-token']);
    const endpoint = await waitForEndpoint(again);
    const response = await fetch(`${endpoint}/export.jsonl?survey=${survey}`, {
      headers: { authorization: 'Bearer given-token' },
    });
    const lines = (await response.text()).trimEnd().split('\n');
    const stored = new Set(lines.map((line) => JSON.parse(line).record.id));
    expect(acknowledged.ids.filter((id) => !stored.has(id))).toEqual([]);
    expect(stored.size).toBe(lines.length);
  });

  it('reports the process that uses the folder', async () => {
    const first = start();
    const endpoint = await waitForEndpoint(first);
    const second = start();
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`process ${first.process.pid}`);
    expect(second.output()).toContain('(HEED_LOCKED)');
    expect(second.output()).not.toContain('    at ');
    expect((await fetch(`${endpoint}/health`)).status).toBe(200);
  });

  it('reports a port that is in use, and releases the lock', async () => {
    const first = start();
    const port = new URL(await waitForEndpoint(first)).port;
    const second = start(['--port', port, '--data', join(folder.path, 'other')]);
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('(HEED_LISTEN)');
    expect(await readdir(join(folder.path, 'other'))).not.toContain('lock');
  });

  it('uses DATABASE_URL and HEED_TOKEN', async () => {
    const database = await createDatabase(inject('postgresUrl'));
    const command = start(['--data', join(folder.path, 'new')], {
      DATABASE_URL: database.url,
      HEED_TOKEN: 'from-environment',
    });
    const endpoint = await waitForEndpoint(command);
    const init = { headers: { authorization: 'Bearer from-environment' } };
    expect((await fetch(`${endpoint}/responses`, init)).status).toBe(200);
    expect(command.output()).not.toMatch(/token/i);
    expect(await command.kill('SIGTERM')).toBe(0);
    await expect(readdir(join(folder.path, 'new'))).rejects.toThrow('ENOENT');
    await database.drop();
  });

  it('warns if other machines can reach it', async () => {
    const command = start(['--host', '0.0.0.0']);
    await waitForEndpoint(command);
    expect(command.output()).toMatch(/Warning: listening on 0\.0\.0\.0/);
  });

  it('prints the usage for an invalid command line', async () => {
    const command = start(['--no-such-option']);
    expect(await command.exited).toBe(2);
    expect(command.output()).toContain('Usage:');
  });

  it('rejects an invalid origin', async () => {
    const command = start(['--origin', 'shop.example']);
    expect(await command.exited).toBe(1);
    expect(command.output()).toContain('(HEED_OPTION)');
  });
});

/** Posts records until the server exits. `ids` are the acknowledged ones. */
function postUntilExit(endpoint: string, survey: string): { ids: string[]; exited: Promise<void> } {
  const ids: string[] = [];
  const post = async (record: ResponseRecord): Promise<boolean> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(record),
    };
    const response = await fetch(endpoint, init).catch(() => undefined);
    if (response?.status === 201) ids.push(record.id);
    return response !== undefined;
  };
  const loop = async (): Promise<void> => {
    while (await post(buildRecord({ survey })));
  };
  return { ids, exited: Promise.all([loop(), loop(), loop(), loop()]).then(() => {}) };
}
