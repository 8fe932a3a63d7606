/** Reads the settings of the demo from environment variables. */
import { fileURLToPath } from 'node:url';

/** The folder of the example. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const DEFAULT_PORT = 4173;

export interface Settings {
  /** `PORT`: a fixed port, or 0 for any free port. Defaults to 4173 or the next free port. */
  port: { wanted: number; isFixed: boolean };
  /** `HEED_DATA`: folder of the database and the token. */
  dataDir: string;
  /** `DATABASE_URL`: a PostgreSQL server. Defaults to a database in the folder. */
  databaseUrl: string | undefined;
  /** `HEED_TOKEN`: the token for reading. Defaults to a generated token, which is stored in the folder. */
  token: string | undefined;
}

/** Returns the settings. Throws if `PORT` is invalid. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const { PORT, HEED_DATA, DATABASE_URL, HEED_TOKEN } = environment;
  return {
    port: PORT ? { wanted: readPort(PORT), isFixed: true } : { wanted: DEFAULT_PORT, isFixed: false },
    dataDir: HEED_DATA || `${ROOT}.heed-data`,
    databaseUrl: DATABASE_URL || undefined,
    token: HEED_TOKEN || undefined,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`PORT must be an integer from 0 to 65535, got "${text}"`);
}
