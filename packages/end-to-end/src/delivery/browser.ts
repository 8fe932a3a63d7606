/** Real browsers with a profile that outlives them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool } from '@heed/settings/browsers';
import { launch, type Browser } from 'puppeteer-core';

export type Engine = 'chromium' | 'firefox';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

/** A host name for this machine that is not loopback, so its pages are no secure context. */
export const INSECURE_HOST = 'shop.test';

export function makeProfile(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'heed-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
}

/** @param args more of them, for Chromium */
export function launchBrowser(engine: Engine, profile: string, args: string[] = []): Promise<Browser> {
  const shared = { executablePath: requireTool(engine), userDataDir: profile, waitForInitialPage: false };
  if (engine === 'firefox') {
    return launch({
      ...shared,
      browser: 'firefox',
      extraPrefsFirefox: { 'network.dns.localDomains': INSECURE_HOST },
    });
  }
  return launch({
    ...shared,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`,
      ...args,
    ],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** Ends the browser and all of its processes as a crash of the machine would, without a chance to tidy up. */
export async function killBrowser(browser: Browser): Promise<void> {
  const main = browser.process();
  if (!main?.pid) throw new Error('the browser has no process of its own');
  const gone = new Promise((resolve) => main.once('exit', resolve));
  process.kill(-main.pid, 'SIGKILL');
  await gone;
}
