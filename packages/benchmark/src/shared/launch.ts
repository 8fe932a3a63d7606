/** Launches real browsers with a profile on disk, because a private window stores data only in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser } from 'puppeteer-core';

export type Engine = 'chromium' | 'firefox';

/** Runs the work in a new browser with an empty profile, and closes the browser. */
export async function inBrowser<Result>(
  engine: Engine,
  work: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  return withProfile((profile) => inProfile(engine, profile, closeBrowser, work));
}

/** Runs the work in a browser with this profile. @param end Closes or kills the browser, also after an error. */
export async function inProfile<Result>(
  engine: Engine,
  profile: string,
  end: (browser: Browser) => Promise<void>,
  work: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await launchBrowser(engine, profile);
  try {
    return await work(browser);
  } finally {
    await end(browser);
  }
}

export const closeBrowser = (browser: Browser): Promise<void> => browser.close();

export async function withProfile<Result>(work: (profile: string) => Promise<Result>): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'heed-benchmark-'));
  try {
    return await work(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Blocks all requests to other machines. */
const ONLY_LOCAL = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE 127.0.0.1';

function launchBrowser(engine: Engine, profile: string): Promise<Browser> {
  const args = engine === 'chromium' ? ['--no-sandbox', '--disable-gpu', '--no-first-run', ONLY_LOCAL] : [];
  return launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: requireTool(engine),
    userDataDir: profile,
    args,
  });
}

/** Kills the browser and all of its processes, like a crash of the machine. */
export async function killBrowser(browser: Browser): Promise<void> {
  const main = browser.process();
  if (!main?.pid) throw new Error('The browser has no process.');
  const gone = new Promise((resolve) => main.once('exit', resolve));
  process.kill(-main.pid, 'SIGKILL');
  await gone;
}
