/** What the environment says about how the demo runs. */
import { fileURLToPath } from 'node:url';

/** Folder of the example. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const DEFAULT_PORT = 4173;

export interface Settings {
  /** `PORT`: this one and no other. Absent: 4173, or the next free one. 0: any free one. */
  port: { wanted: number; isFixed: boolean };
  /** `HEED_DATA`: folder of the database and the token. */
  dataDir: string;
  /** `DATABASE_URL`: a PostgreSQL server in place of the folder's own database. */
  databaseUrl: string | undefined;
  /** `HEED_TOKEN`: opens reading. Absent: one is made and kept in the folder. */
  token: string | undefined;
}

/** @throws Error when `PORT` is no port */
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
  throw new Error(`PORT must be a whole number from 0 to 65535, got "${text}"`);
}
