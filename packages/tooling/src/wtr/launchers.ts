import { chromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher } from '@web/test-runner';
import * as puppeteer from 'puppeteer-core';
import { requireTool } from '../browsers.ts';
import { WebKitLauncher } from './webkit/launcher.ts';

const chromiumArgs = [
  '--no-sandbox', // without it, Chromium does not start as root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Firefox cannot emulate media features at run time, so each set of preferences is a separate browser. */
const firefoxPreferences: Record<string, Record<string, number>> = {
  firefox: {},
  'firefox-dark': { 'layout.css.prefers-color-scheme.content-override': 0 },
  'firefox-reduced-motion': { 'ui.prefersReducedMotion': 1 },
  'firefox-forced-colors': { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2 },
};

const known = ['chromium', ...Object.keys(firefoxPreferences), 'webkit'];

/** Returns launchers by name, for example `['chromium', 'firefox-dark']`. Throws if a name is unknown. */
export function createLaunchers(names: readonly string[]): BrowserLauncher[] {
  return names.map(createLauncher);
}

function createLauncher(name: string): BrowserLauncher {
  if (name === 'chromium') return launchChromium();
  if (name === 'webkit') return new WebKitLauncher();
  const preferences = firefoxPreferences[name];
  if (preferences) return launchFirefox(name, preferences);
  throw new Error(`BROWSERS: unknown browser "${name}". Known browsers: ${known.join(', ')}.`);
}

function launchChromium(): BrowserLauncher {
  const launchOptions = { executablePath: requireTool('chromium'), args: chromiumArgs };
  return chromeLauncher({ puppeteer, launchOptions });
}

function launchFirefox(name: string, extraPrefsFirefox: Record<string, unknown>): BrowserLauncher {
  const executablePath = requireTool('firefox');
  // Waiting for the initial page takes 8–12 s per launch instead of 4 s.
  const options = {
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox,
    waitForInitialPage: false,
  } as const;
  const launcher = chromeLauncher({ puppeteer, concurrency: 1, launchOptions: options });
  return Object.assign(launcher, { name: name.replace('firefox', 'Firefox') });
}
