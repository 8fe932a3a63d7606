/**
 * PostgreSQL for tests: the server in HEED_TEST_DATABASE_URL or DATABASE_URL, or a temporary one from
 * the installed binaries. As the vitest `globalSetup`, it starts once; each test file creates its own database.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

export interface TestServer {
  /** URL of a database whose user can create others. */
  url: string;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;
/** The data of the test server does not have to survive a power cut. */
const FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}

export async function startPostgres(): Promise<TestServer> {
  const configured = process.env['HEED_TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  return configured === undefined ? startTemporaryServer() : { url: configured, stop: async () => {} };
}

/** Creates an empty database. */
export async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `heed_test_${randomUUID().replaceAll('-', '')}`;
  await execute(serverUrl, `create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(serverUrl, `drop database ${name} with (force)`) };
}

/** Runs one statement on a new connection. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function startTemporaryServer(): Promise<TestServer> {
  const binaries = findBinaries();
  const owner = getServerOwner();
  const folder = await mkdtemp(join(tmpdir(), 'heed-postgres-'));
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), init, { ...owner, stdio: 'ignore' });
  // Listens only on a socket in the folder, so it cannot conflict with a port in use.
  const run = ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...FAST];
  const server = spawn(join(binaries, 'postgres'), run, { ...owner, stdio: 'ignore' });
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const stop = async (): Promise<void> => {
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  await waitUntilReady(url).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}

/** Returns the folder of the newest installed server. */
function findBinaries(): string {
  const installed = globSync('/usr/lib/postgresql/*/bin/initdb').sort(compareVersions).at(-1);
  const found =
    installed ??
    (process.env['PATH'] ?? '')
      .split(':')
      .map((folder) => join(folder, 'initdb'))
      .find(existsSync);
  if (found !== undefined) return dirname(found);
  throw new Error(
    'No PostgreSQL server is installed. Run "apt-get install -y postgresql", or set HEED_TEST_DATABASE_URL.',
  );
}

function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** PostgreSQL refuses to run as root; Debian's package creates a user for it. */
function getServerOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string): number =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      return await execute(url, 'select 1');
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(50);
    }
  }
}

/** SIGQUIT requests an immediate shutdown of PostgreSQL. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGQUIT');
  await exited;
}
