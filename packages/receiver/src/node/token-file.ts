import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const TOKEN_BYTES = 32;

/**
 * Returns the token in the folder. Creates it on the first call, readable only by its owner. Processes that start
 * concurrently return the same token.
 */
export async function readOrCreateToken(folder: string): Promise<{ token: string; isNew: boolean }> {
  const path = join(folder, 'token');
  const existing = await readToken(path);
  if (existing !== undefined) return { token: existing, isNew: false };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const created = createToken();
  const isNew = await writeToken(path, created);
  return { token: isNew ? created : ((await readToken(path)) ?? created), isNew };
}

/** Returns 256 random bits as 43 characters. */
export function createToken(): string {
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

/**
 * Returns `false` if another process has already written the file. A link is created atomically, so the file is never
 * incomplete, even if the process is killed.
 */
async function writeToken(path: string, token: string): Promise<boolean> {
  const temporaryPath = `${path}.${process.pid}`;
  await writeFile(temporaryPath, `${token}\n`, { mode: 0o600 });
  try {
    await link(temporaryPath, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(temporaryPath, { force: true });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
