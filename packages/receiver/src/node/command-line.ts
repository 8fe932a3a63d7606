import { parseArgs } from 'node:util';
import type { StartReceiverOptions } from './start-receiver.ts';

export const USAGE = `Usage: heed-receiver [options]

Stores feedback posted to http://127.0.0.1:4180/feedback and gives it back to whoever has the token.

  --port <number>              port to listen on (4180; 0 for any free one)
  --host <address>             address to listen on (127.0.0.1, which only this machine reaches)
  --data <folder>              folder of the database and the token (.heed-data)
  --database-url <url>         PostgreSQL server to use instead of the folder
  --token <token>              token that opens reading (made at the first start, kept in the folder)
  --origin <origin>            origin whose pages may post, such as https://shop.example; repeatable
  --posts-per-minute <number>  posts from one address in a minute (60)
  --trust-proxy                take the visitor's address from X-Forwarded-For: behind one proxy only
  --help                       show this text

Environment: DATABASE_URL and HEED_TOKEN stand for --database-url and --token, and hide them from other users.
`;

/** Thrown for a command line that cannot be understood; the message is for the person at the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartReceiverOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  return {
    port: readNumber('port', values.port, 0, 65_535),
    host: values.host,
    dataDir: values.data,
    databaseUrl: values['database-url'] ?? (environment['DATABASE_URL'] || undefined),
    token: values.token ?? (environment['HEED_TOKEN'] || undefined),
    origins: values.origin,
    postsPerMinute: readNumber('posts-per-minute', values['posts-per-minute'], 1, Number.MAX_SAFE_INTEGER),
    trustProxy: values['trust-proxy'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'database-url': { type: 'string' },
        token: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'posts-per-minute': { type: 'string' },
        'trust-proxy': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(name: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw new UsageError(`--${name} must be a whole number from ${min} to ${max}, got "${text}"`);
}
