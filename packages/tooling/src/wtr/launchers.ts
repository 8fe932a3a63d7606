import { chromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher } from '@web/test-runner';
import * as puppeteer from 'puppeteer-core';
import { requireTool } from '../browsers.ts';
import { WebKitLauncher } from './webkit/launcher.ts';

const chromiumArgs = [
  '--no-sandbox', // Chromium refuses to start as root without it
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Firefox emulates no media features while it runs, so each set of preferences is a browser of its own. */
const firefoxPreferences: Record<string, Record<string, number>> = {
  firefox: {},
  'firefox-dark': { 'layout.css.prefers-color-scheme.content-override': 0 },
  'firefox-reduced-motion': { 'ui.prefersReducedMotion': 1 },
  'firefox-forced-colors': { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2 },
};

const known = ['chromium', ...Object.keys(firefoxPreferences), 'webkit'];

/** Launchers by name, for example `['chromium', 'firefox-dark']`; throws on a name that it does not know. */
export function createLaunchers(names: readonly string[]): BrowserLauncher[] {
  return names.map(createLauncher);
}

function createLauncher(name: string): BrowserLauncher {
  if (name === 'chromium') return launchChromium();
  if (name === 'webkit') return new WebKitLauncher();
  const preferences = firefoxPreferences[name];
  if (preferences) return launchFirefox(name, preferences);
  throw new Error(`BROWSERS: no browser is named "${name}". Known: ${known.join(', ')}.`);
}

function launchChromium(): BrowserLauncher {
  const launchOptions = { executablePath: requireTool('chromium'), args: chromiumArgs };
  return chromeLauncher({ puppeteer, launchOptions });
}

function launchFirefox(name: string, extraPrefsFirefox: Record<string, unknown>): BrowserLauncher {
  const executablePath = requireTool('firefox');
  // Waiting for the initial page makes a launch take 8–12 s instead of 4.
  const options = {
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox,
    waitForInitialPage: false,
  } as const;
  const launcher = chromeLauncher({ puppeteer, concurrency: 1, launchOptions: options });
  return Object.assign(launcher, { name: name.replace('firefox', 'Firefox') });
}
