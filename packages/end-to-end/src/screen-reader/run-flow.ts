/** Runs a flow on a separate desktop, key by key, and records the speech after each key. */
import { inLanguage, toHtml, type Flow, type Language } from './flow.ts';
import { findMissingSentences } from './required-speech.ts';
import { openBrowser, type BrowserName } from './desktop/open-browser.ts';
import { DesktopError, startDesktop, waitFor, type Desktop } from './desktop/desktop.ts';
import { startFlowSite, type FlowSite } from './desktop/flow-site.ts';
import type { Utterance } from './desktop/speech.ts';

/** The speech after the keys of one step. */
export interface StepSpeech {
  keys: string;
  spoken: Utterance[];
  /** Required sentences that were not heard. */
  missing: string[];
}

/** How long to wait for a required sentence that is missing when the desktop is idle. */
const LATE_SPEECH_MS = 5000;
const MAX_TRIES = 3;
const RELOAD = 'F5';
/**
 * Pressed twice, makes focus mode sticky, so that Orca does not intercept arrow keys. Users do the same to fill in a
 * form.
 */
const FOCUS_MODE = ['Insert+a', 'Insert+a'];

/** Throws a `DesktopError` if the desktop fails, and another error if the page fails. */
export async function runFlow(flow: Flow, language: Language, browser: BrowserName): Promise<StepSpeech[]> {
  const site = await startFlowSite();
  const desktop = await startDesktop().catch(async (error: unknown) => {
    await site.close();
    throw error;
  });
  try {
    site.html = toHtml(flow, language);
    openBrowser(desktop, browser, site.origin);
    await waitFor('the page', () => site.loads > 0, Error);
    await desktop.waitForIdle();
    await enterFocusMode(desktop);
    const speech: StepSpeech[] = [];
    for (const [keys, ...sentences] of flow.steps) {
      const required = sentences.map((sentence) => inLanguage(sentence, language));
      speech.push(await runStep({ desktop, site, language }, keys, required));
    }
    if (site.violations.length > 0)
      throw new Error(`The page violated its policy: ${site.violations.join('\n')}`);
    return speech;
  } finally {
    desktop.close();
    await site.close();
  }
}

async function enterFocusMode({ press, waitForIdle, speech }: Desktop): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    await press(...FOCUS_MODE);
    await waitForIdle();
    if (speech.take().some(({ text }) => text === 'Focus mode is sticky.')) return;
  }
  throw new DesktopError('Orca did not enter focus mode');
}

interface FlowContext {
  desktop: Desktop;
  site: FlowSite;
  language: Language;
}

async function runStep(context: FlowContext, keys: string, required: readonly string[]): Promise<StepSpeech> {
  const { waitForIdle, speech } = context.desktop;
  const before = speech.count();
  await pressKeys(context, keys);
  await waitForIdle();
  // Orca stops its speech at each key, even if it then says nothing.
  if (speech.count() === before) throw new DesktopError(`Orca did not notice ${keys}`);
  if (keys === RELOAD) speech.take();
  const findMissing = (): string[] => findMissingSentences(speech.read(), required);
  for (const end = Date.now() + LATE_SPEECH_MS; findMissing().length > 0 && Date.now() < end;)
    await waitForIdle();
  const missing = findMissing();
  return { keys, spoken: speech.take(), missing };
}

async function pressKeys({ desktop, site, language }: FlowContext, keys: string): Promise<void> {
  if (keys.startsWith('"')) return desktop.type(keys.slice(1));
  const before = site.loads;
  const [forward, backward] = language === 'ar' ? ['Left', 'Right'] : ['Right', 'Left'];
  const names = keys.replaceAll('Forward', forward).replaceAll('Backward', backward).split(' ');
  await desktop.press(...names);
  if (keys === RELOAD) await waitFor('the reloaded page', () => site.loads > before, Error);
}
