import { constants, cp, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ResponseRecord } from '@heed/core';
import { createPgliteStore } from './database/pglite/pglite-store.ts';
import { createDatabase } from './test/postgres-server.test-helper.ts';
import { newRecord, newSurvey } from './test/test-client.test-helper.ts';
import { runCommand, temporaryFolder, type Command } from './test/command-process.test-helper.ts';

const ADDRESS = /feedback at (http:\S+)/;

describe('heed-receiver', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let template: Awaited<ReturnType<typeof temporaryFolder>>;
  const running: Command[] = [];
  // Making a database takes over a second, copying one does not.
  beforeAll(async () => {
    template = await temporaryFolder();
    await (await createPgliteStore({ dataDir: template.path })).close();
  });
  afterAll(() => template.remove());
  beforeEach(async () => {
    folder = await temporaryFolder();
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
  const addressOf = async (command: Command): Promise<string> => (await command.says(ADDRESS))[1] ?? '';

  it('shows its address and, at the first start only, the token that it keeps', async () => {
    const data = join(folder.path, 'new', 'data');
    const first = start(['--data', data]);
    const [, token] = await first.says(/Token[^:]*: (\S{43})\n/);
    const response = await fetch(`${await addressOf(first)}/scores`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    expect(await first.kill('SIGTERM')).toBe(0);
    const file = join(data, 'token');
    expect(await readFile(file, 'utf8')).toBe(`${token}\n`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    const second = start(['--data', data]);
    await addressOf(second);
    expect(second.output()).not.toMatch(/token/i);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s and leaves no lock', async (signal) => {
    const command = start(['--token', 'given-token']);
    await addressOf(command);
    expect(await command.kill(signal)).toBe(0);
    expect(await readdir(join(folder.path, 'data'))).not.toContain('lock');
  });

  it('keeps every confirmed record when it is killed, and starts again by itself', async () => {
    const survey = newSurvey();
    const command = start(['--token', 'given-token', '--posts-per-minute', '100000']);
    const confirmed = postUntilItEnds(await addressOf(command), survey);
    await expect.poll(() => confirmed.ids.length, { timeout: 10_000 }).toBeGreaterThan(50);
    await command.kill('SIGKILL');
    await confirmed.ended;
    const again = start(['--token', 'given-token']);
    const address = await addressOf(again);
    const response = await fetch(`${address}/export.jsonl?survey=${survey}`, {
      headers: { authorization: 'Bearer given-token' },
    });
    const lines = (await response.text()).trimEnd().split('\n');
    const stored = new Set(lines.map((line) => JSON.parse(line).record.id));
    expect(confirmed.ids.filter((id) => !stored.has(id))).toEqual([]);
    expect(stored.size).toBe(lines.length);
  });

  it('is refused a folder that another one holds, and names that one', async () => {
    const first = start();
    const address = await addressOf(first);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`process ${first.process.pid}`);
    expect(second.output()).toContain('(HEED_LOCKED)');
    expect(second.output()).not.toContain('    at ');
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });

  it('is refused a port that is taken, and lets go of the folder', async () => {
    const first = start();
    const port = new URL(await addressOf(first)).port;
    const second = start(['--port', port, '--data', join(folder.path, 'other')]);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('(HEED_LISTEN)');
    expect(await readdir(join(folder.path, 'other'))).not.toContain('lock');
  });

  it('uses the server that DATABASE_URL names, and the token of HEED_TOKEN', async () => {
    const database = await createDatabase(inject('postgresUrl'));
    const command = start(['--data', join(folder.path, 'new')], {
      DATABASE_URL: database.url,
      HEED_TOKEN: 'from-environment',
    });
    const address = await addressOf(command);
    const init = { headers: { authorization: 'Bearer from-environment' } };
    expect((await fetch(`${address}/responses`, init)).status).toBe(200);
    expect(command.output()).not.toMatch(/token/i);
    expect(await command.kill('SIGTERM')).toBe(0);
    await expect(readdir(join(folder.path, 'new'))).rejects.toThrow('ENOENT');
    await database.drop();
  });

  it('warns when other machines reach it', async () => {
    const command = start(['--host', '0.0.0.0']);
    await addressOf(command);
    expect(command.output()).toMatch(/Warning: listening on 0\.0\.0\.0/);
  });

  it('explains a wrong command line', async () => {
    const command = start(['--no-such-option']);
    expect(await command.ended).toBe(2);
    expect(command.output()).toContain('Usage:');
  });

  it('explains a wrong origin', async () => {
    const command = start(['--origin', 'shop.example']);
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('(HEED_OPTION)');
  });
});

/** Posts one record after the other until the server is gone; `ids` are those that it confirmed. */
function postUntilItEnds(address: string, survey: string): { ids: string[]; ended: Promise<void> } {
  const ids: string[] = [];
  const post = async (record: ResponseRecord): Promise<boolean> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(record),
    };
    const response = await fetch(address, init).catch(() => undefined);
    if (response?.status === 201) ids.push(record.id);
    return response !== undefined;
  };
  const loop = async (): Promise<void> => {
    while (await post(newRecord({ survey })));
  };
  return { ids, ended: Promise.all([loop(), loop(), loop(), loop()]).then(() => {}) };
}
