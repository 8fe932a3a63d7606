import { describe, expect, it } from 'vitest';
import { parseCommandLine, UsageError } from './command-line.ts';

describe('parseCommandLine', () => {
  it('reads every option', () => {
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

  it('takes the database and the token from the environment, unless the line names them', () => {
    const environment = { DATABASE_URL: 'postgres://environment', HEED_TOKEN: 'from-environment' };
    expect(parseCommandLine([], environment)).toMatchObject({
      databaseUrl: 'postgres://environment',
      token: 'from-environment',
    });
    expect(parseCommandLine(['--token', 'from-line'], environment)).toMatchObject({ token: 'from-line' });
  });

  it('takes an empty variable for an absent one', () => {
    expect(parseCommandLine([], { DATABASE_URL: '', HEED_TOKEN: '' })).toMatchObject({
      databaseUrl: undefined,
      token: undefined,
    });
  });

  it('asks for the usage', () => {
    expect(parseCommandLine(['--help'], {})).toBe('help');
  });

  it.each([
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '0 to 65535'],
    [['--posts-per-minute', '0'], '--posts-per-minute'],
    [['--token'], '--token'],
    [['--no-such-option'], '--no-such-option'],
    [['stray'], 'stray'],
  ])('explains %j', (args, hint) => {
    expect(() => parseCommandLine(args, {})).toThrow(UsageError);
    expect(() => parseCommandLine(args, {})).toThrow(hint);
  });
});
