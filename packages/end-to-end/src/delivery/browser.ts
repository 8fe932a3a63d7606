/** Real browsers with a profile that outlives them. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser } from 'puppeteer-core';
import { until } from './until.ts';

export type Engine = 'chromium' | 'firefox';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

/** A host name for this machine that is not loopback, so its pages are no secure context. */
export const INSECURE_HOST = 'shop.test';

const SETTINGS = ['prefs.js', 'user.js'];

export function makeProfile(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'heed-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
}

/** @param args more of them, for Chromium */
export async function launchBrowser(engine: Engine, profile: string, args: string[] = []): Promise<Browser> {
  const shared = { executablePath: requireTool(engine), userDataDir: profile, waitForInitialPage: false };
  if (engine === 'firefox') {
    // After the end of a browser puppeteer puts back the settings that it had replaced, and tells nobody when.
    await until(() => !SETTINGS.some((file) => existsSync(join(profile, `${file}.puppeteer`))));
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
