import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const TOKEN_BYTES = 32;

/**
 * The token kept in the folder, made at the first call. Readable by the owner only.
 * Processes that start at once agree on one.
 */
export async function readOrMakeToken(folder: string): Promise<{ token: string; isNew: boolean }> {
  const path = join(folder, 'token');
  const kept = await readToken(path);
  if (kept !== undefined) return { token: kept, isNew: false };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = makeToken();
  const isNew = await keepToken(path, made);
  return { token: isNew ? made : ((await readToken(path)) ?? made), isNew };
}

/** 43 signs, 256 bits. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

async function readToken(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** False when another process was first. A link appears whole or not at all, also when the process is killed. */
async function keepToken(path: string, token: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${token}\n`, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
