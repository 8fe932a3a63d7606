/** Plays a flow on a desktop of its own, key by key, and keeps what is spoken after each. */
import { inLanguage, toHtml, type Flow, type Language } from './flow.ts';
import { findMissing } from './required-speech.ts';
import { openBrowser, type BrowserName } from './desktop/open-browser.ts';
import { DesktopError, startDesktop, waitFor, type Desktop } from './desktop/desktop.ts';
import { startSite, type ScreenReaderSite } from './desktop/flow-site.ts';
import type { Utterance } from './desktop/speech.ts';

/** What was spoken after the keys of one step. */
export interface Heard {
  keys: string;
  spoken: Utterance[];
  /** Sentences that had to be heard and were not. */
  missing: string[];
}

/** A sentence that must be heard and has not come when everything is at rest gets this long. */
const LATE_MS = 5000;
const MOST_TRIES = 3;
const RELOAD = 'F5';
/** Pressed twice, it keeps Orca from taking the arrow keys for itself, as users do to fill in a form. */
const FOCUS_MODE = ['Insert+a', 'Insert+a'];

/** Throws `DesktopError` where the machinery fails, and any other error where the page does. */
export async function play(flow: Flow, language: Language, browser: BrowserName): Promise<Heard[]> {
  const site = await startSite();
  const desktop = await startDesktop().catch(async (error: unknown) => {
    await site.close();
    throw error;
  });
  try {
    site.html = toHtml(flow, language);
    openBrowser(desktop, browser, site.origin);
    await waitFor('the page', () => site.loads > 0, Error);
    await desktop.rest();
    await enterFocusMode(desktop);
    const heard: Heard[] = [];
    for (const [keys, ...sentences] of flow.steps) {
      const must = sentences.map((sentence) => inLanguage(sentence, language));
      heard.push(await playStep({ desktop, site, language }, keys, must));
    }
    if (site.violations.length > 0)
      throw new Error(`The page broke its policy: ${site.violations.join('\n')}`);
    return heard;
  } finally {
    desktop.close();
    await site.close();
  }
}

async function enterFocusMode({ press, rest, speech }: Desktop): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await press(...FOCUS_MODE);
    await rest();
    if (speech.take().some(({ text }) => text === 'Focus mode is sticky.')) return;
  }
  throw new DesktopError('Orca does not enter its focus mode');
}

interface Scene {
  desktop: Desktop;
  site: ScreenReaderSite;
  language: Language;
}

async function playStep(scene: Scene, keys: string, must: readonly string[]): Promise<Heard> {
  const { rest, speech } = scene.desktop;
  const before = speech.count();
  await pressKeys(scene, keys);
  await rest();
  // Orca silences itself at each key, also where nothing is spoken.
  if (speech.count() === before) throw new DesktopError(`Orca did not notice ${keys}`);
  if (keys === RELOAD) speech.take();
  const findLosses = (): string[] => findMissing(speech.read(), must);
  for (const end = Date.now() + LATE_MS; findLosses().length > 0 && Date.now() < end;) await rest();
  const missing = findLosses();
  return { keys, spoken: speech.take(), missing };
}

async function pressKeys({ desktop, site, language }: Scene, keys: string): Promise<void> {
  if (keys.startsWith('"')) return desktop.type(keys.slice(1));
  const before = site.loads;
  const [forward, backward] = language === 'ar' ? ['Left', 'Right'] : ['Right', 'Left'];
  const names = keys.replaceAll('Forward', forward).replaceAll('Backward', backward).split(' ');
  await desktop.press(...names);
  if (keys === RELOAD) await waitFor('the page after it was loaded again', () => site.loads > before, Error);
}
