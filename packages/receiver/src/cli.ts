#!/usr/bin/env node
/** The command `heed-receiver`. Prints messages to stdout, and warnings and errors to stderr. */
import { HeedError } from '@heed/core';
import { parseCommandLine, USAGE, UsageError } from './node/command-line.ts';
import { startReceiver, type StartReceiverOptions } from './node/start-receiver.ts';

const USAGE_EXIT_CODE = 2;

try {
  const options = parseCommandLine(process.argv.slice(2), process.env);
  if (options === 'help') process.stdout.write(USAGE);
  else await run(options);
} catch (error) {
  fail(error);
}

async function run(options: StartReceiverOptions): Promise<void> {
  warnAboutHost(options.host);
  const receiver = await startReceiver({ ...options, log: warn, onLost: exitImmediately });
  print(`Listening for feedback at ${receiver.endpoint}`);
  if (receiver.tokenIsNew) print(`Token for reading (shown only once): ${receiver.token}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void receiver.close().catch(fail));
  }
}

function warnAboutHost(host = '127.0.0.1'): void {
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return;
  warn(
    `Warning: listening on ${host}; other machines can reach this receiver over unencrypted HTTP. ` +
      'Put a proxy with TLS in front of it and use --trust-proxy.',
  );
}

/** Further writes would damage the database of the process that now uses the folder. */
function exitImmediately(): void {
  warn('Error: another process has taken over the data folder. Exiting.');
  process.exit(1);
}

function fail(error: unknown): void {
  if (error instanceof UsageError) warn(`${error.message}\n\n${USAGE}`);
  else warn(error instanceof HeedError ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? USAGE_EXIT_CODE : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
