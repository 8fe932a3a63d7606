import { describe, expect, it } from 'vitest';
import { parseCommandLine, UsageError } from './command-line.ts';

describe('parseCommandLine', () => {
  it('parses every option', () => {
    const line =
      '--port 8080 --host ::1 --data folder --database-url postgres://x --token secret-token --origin https://a.example ' +
      '--origin https://b.example --posts-per-minute 600 --trust-proxy';
    expect(parseCommandLine(line.split(' '), {})).toEqual({
      port: 8080,
      host: '::1',
      dataDir: 'folder',
      databaseUrl: 'postgres://x',
      token: 'secret-token',
      origins: ['https://a.example', 'https://b.example'],
      postsPerMinute: 600,
      trustProxy: true,
    });
  });

  it('uses environment variables unless the arguments set the same options', () => {
    const environment = { DATABASE_URL: 'postgres://environment', HEED_TOKEN: 'from-environment' };
    expect(parseCommandLine([], environment)).toMatchObject({
      databaseUrl: 'postgres://environment',
      token: 'from-environment',
    });
    expect(parseCommandLine(['--token', 'from-line'], environment)).toMatchObject({ token: 'from-line' });
  });

  it('ignores empty environment variables', () => {
    expect(parseCommandLine([], { DATABASE_URL: '', HEED_TOKEN: '' })).toMatchObject({
      databaseUrl: undefined,
      token: undefined,
    });
  });

  it('returns "help" for --help', () => {
    expect(parseCommandLine(['--help'], {})).toBe('help');
  });

  it.each([
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '0 to 65535'],
    [['--posts-per-minute', '0'], '--posts-per-minute'],
    [['--token'], '--token'],
    [['--no-such-option'], '--no-such-option'],
    [['stray'], 'stray'],
  ])('reports %j', (args, hint) => {
    expect(() => parseCommandLine(args, {})).toThrow(UsageError);
    expect(() => parseCommandLine(args, {})).toThrow(hint);
  });
});
