import type { Engine } from '../scenario.ts';
import type { Browser } from './engine.ts';
import { launchPuppeteer } from './puppeteer.ts';
import { launchWebKit } from './webkit.ts';

/** @param profile a folder; WebKit keeps none */
export function launchBrowser(engine: Engine, profile: string): Promise<Browser> {
  return engine === 'webkit' ? launchWebKit() : launchPuppeteer(engine, profile);
}
