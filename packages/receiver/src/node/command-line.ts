import { parseArgs } from 'node:util';
import type { StartReceiverOptions } from './start-receiver.ts';

export const USAGE = `Usage: heed-receiver [options]

Stores feedback posted to http://127.0.0.1:4180/feedback and serves it to clients that present the token.

  --port <number>              port to listen on; 0 for any free port (default: 4180)
  --host <address>             address to listen on (default: 127.0.0.1, which only this machine can reach)
  --data <folder>              folder of the database and the token (default: .heed-data)
  --database-url <url>         PostgreSQL server to use instead of the folder
  --token <token>              token for reading (default: created on the first start, stored in the folder)
  --origin <origin>            origin whose pages may post, such as https://shop.example; repeatable
  --posts-per-minute <number>  maximum number of posts per minute and IP address (default: 60)
  --trust-proxy                use the IP address in X-Forwarded-For; only behind exactly one proxy
  --help                       show this help

Environment: DATABASE_URL and HEED_TOKEN replace --database-url and --token, and hide the values from other users.
`;

/** An invalid command line. The message is shown with the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Returns the options, or `help` for `--help`. Arguments take precedence over environment variables.
 *
 * @throws UsageError
 */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartReceiverOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  return {
    port: parseNumber('port', values.port, 0, 65_535),
    host: values.host,
    dataDir: values.data,
    databaseUrl: values['database-url'] ?? (environment['DATABASE_URL'] || undefined),
    token: values.token ?? (environment['HEED_TOKEN'] || undefined),
    origins: values.origin,
    postsPerMinute: parseNumber('posts-per-minute', values['posts-per-minute'], 1, Number.MAX_SAFE_INTEGER),
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

function parseNumber(name: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw new UsageError(`--${name} must be a whole number from ${min} to ${max}, got "${text}"`);
}
