import type { Engine } from '../../shared/browsers/engines.ts';
import type { Browser } from './browser.ts';
import { launchPuppeteer } from './puppeteer.ts';
import { launchWebKit } from './webkit.ts';

/** @param profile a folder. WebKit has no profile. */
export function launchEngine(engine: Engine, profile: string): Promise<Browser> {
  return engine === 'webkit' ? launchWebKit() : launchPuppeteer(engine, profile);
}
