/** Browsers with a window and with accessibility enabled, controlled by keys only. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireTool } from '@heed/tooling/browsers';
import type { Desktop } from './desktop.ts';
import type { Program } from './programs.ts';

export const BROWSERS = ['firefox', 'chromium'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Disables first-run pages, background requests, animations, and the spell checker, which Orca would announce. */
const FIREFOX_PREFERENCES: Record<string, boolean | number | string> = {
  'accessibility.force_disabled': -1,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.newtabpage.enabled': false,
  'browser.startup.page': 0,
  'browser.tabs.crashReporting.sendReport': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'en-US, en',
  'layout.spellcheckDefault': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.trr.mode': 5,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'services.settings.server': 'data:,',
  'startup.homepage_welcome_url': '',
  'toolkit.telemetry.enabled': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
  'ui.prefersReducedMotion': 1,
};

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--force-renderer-accessibility',
  '--force-prefers-reduced-motion',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--test-type',
  '--password-store=basic',
  '--lang=en-US',
];

/** Opens the URL in a new full-screen browser with a new profile. */
export function openBrowser({ programs, folder }: Desktop, name: BrowserName, url: string): Program {
  const profile = mkdtempSync(join(folder, 'profile-'));
  if (name === 'chromium') {
    const args = [
      ...CHROMIUM_ARGUMENTS,
      `--user-data-dir=${profile}`,
      '--window-size=1280,900',
      `--app=${url}`,
    ];
    return programs.start(requireTool('chromium'), args);
  }
  const preferences = Object.entries(FIREFOX_PREFERENCES).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), preferences.join(''));
  return programs.start(requireTool('firefox'), ['--no-remote', '--profile', profile, '--kiosk', url]);
}
