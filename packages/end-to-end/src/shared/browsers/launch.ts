/** Browsers with a profile that outlives them. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser } from 'puppeteer-core';
import { waitUntil } from '../wait-until.ts';
import type { PuppeteerEngine } from './engines.ts';

/** A host name that resolves to this machine. It is not loopback, so its pages are not secure contexts. */
export const INSECURE_HOST = 'shop.test';

const PREFERENCE_FILES = ['prefs.js', 'user.js'];

export function createProfile(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'heed-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
}

/** @param args additional arguments for Chromium */
export async function launchBrowser(
  engine: PuppeteerEngine,
  profile: string,
  args: string[] = [],
): Promise<Browser> {
  const shared = { executablePath: requireTool(engine), userDataDir: profile, waitForInitialPage: false };
  if (engine === 'firefox') {
    // After a browser has ended, Puppeteer restores the preferences that it replaced, and does not report when it is
    // done.
    await waitUntil(() => !PREFERENCE_FILES.some((file) => existsSync(join(profile, `${file}.puppeteer`))));
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

/** Kills the browser and all of its processes without any cleanup, as a crash of the machine does. */
export async function killBrowser(browser: Browser): Promise<void> {
  const main = browser.process();
  if (!main?.pid) throw new Error('the browser was not started as a process');
  const exited = new Promise((resolve) => main.once('exit', resolve));
  process.kill(-main.pid, 'SIGKILL');
  await exited;
}
