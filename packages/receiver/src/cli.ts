#!/usr/bin/env node
/** The command `heed-receiver`. Says what it did on the standard output, and what goes wrong on the other one. */
import { HeedError } from '@heed/core';
import { readArguments, USAGE, UsageError } from './node/command-line.ts';
import { startReceiver, type StartReceiverOptions } from './node/start-receiver.ts';

const USAGE_ERROR = 2;

try {
  const options = readArguments(process.argv.slice(2), process.env);
  if (options === 'help') process.stdout.write(USAGE);
  else await run(options);
} catch (error) {
  fail(error);
}

async function run(options: StartReceiverOptions): Promise<void> {
  warnAboutHost(options.host);
  const receiver = await startReceiver({ ...options, log: warn, onLost: exitAtOnce });
  print(`Feedback is taken at ${receiver.endpoint}`);
  if (receiver.tokenIsNew) print(`Token for reading, shown this once: ${receiver.token}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void receiver.close().catch(fail));
  }
}

function warnAboutHost(host = '127.0.0.1'): void {
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return;
  warn(
    `Warning: listening on ${host}, so other machines reach this receiver, over unencrypted HTTP. ` +
      'Put a proxy with TLS in front of it, and start it with --trust-proxy.',
  );
}

/** Writing on would damage the files of the process that has the folder now. */
function exitAtOnce(): void {
  warn('Another process took the data folder over. This one ends.');
  process.exit(1);
}

function fail(error: unknown): void {
  if (error instanceof UsageError) warn(`${error.message}\n\n${USAGE}`);
  else warn(error instanceof HeedError ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? USAGE_ERROR : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
