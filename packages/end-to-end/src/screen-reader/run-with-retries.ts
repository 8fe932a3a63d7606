/** Listens to a flow until it is heard as expected, with a new desktop and a new browser for each attempt. */
import type { Flow, Language } from './flow.ts';
import { findOtherVoices } from './required-speech.ts';
import { play, type Heard } from './run-flow.ts';
import type { BrowserName } from './desktop/open-browser.ts';
import { DesktopError } from './desktop/desktop.ts';
import { toTranscript } from './transcript.ts';

/** What was heard in one attempt. */
export interface Hearing {
  transcript: string;
  /** What the flow requires and was not heard. */
  losses: string[];
}

const MOST_ATTEMPTS = 3;

/**
 * Returns the first hearing that needs no other attempt, or else the last one. Returns `undefined` where the machinery failed in
 * every attempt, which says nothing about the page. Throws where the page did not load.
 *
 * @param findReason says why a hearing needs another attempt; `undefined` where it needs none
 */
export async function listen(
  flow: Flow,
  language: Language,
  browser: BrowserName,
  findReason: (hearing: Hearing) => string | undefined,
): Promise<Hearing | undefined> {
  let last: Hearing | undefined;
  let failure: unknown;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    try {
      last = toHearing(flow, language, await play(flow, language, browser));
      failure = findReason(last);
      if (failure === undefined) return last;
    } catch (error) {
      failure = error;
    }
    console.log(`${browser}, ${flow.name}, ${language}, attempt ${attempt} of ${MOST_ATTEMPTS}: ${failure}`);
  }
  if (last || failure instanceof DesktopError) return last;
  throw failure;
}

function toHearing(flow: Flow, language: Language, heard: readonly Heard[]): Hearing {
  const expectedVoice = flow.voice ?? language;
  const silent = heard.flatMap(({ keys, missing }) =>
    missing.map((sentence) => `after ${keys}: ${sentence}`),
  );
  const voices = findOtherVoices(
    heard.flatMap(({ spoken }) => spoken),
    expectedVoice,
  );
  const foreign = voices.map((voice) => `a voice for ${expectedVoice}, not for ${voice}`);
  return { transcript: toTranscript(flow, heard), losses: [...silent, ...foreign] };
}
