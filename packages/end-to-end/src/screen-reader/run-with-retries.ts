/** Runs a flow until the speech is as expected, with a new desktop and a new browser for each attempt. */
import type { Flow, Language } from './flow.ts';
import { findUnexpectedVoices } from './required-speech.ts';
import { runFlow, type StepSpeech } from './run-flow.ts';
import type { BrowserName } from './desktop/open-browser.ts';
import { DesktopError } from './desktop/desktop.ts';
import { toTranscript } from './transcript.ts';

/** The result of one attempt. */
export interface FlowResult {
  transcript: string;
  /** Required sentences that were not heard, and unexpected voices. */
  problems: string[];
}

const MAX_ATTEMPTS = 3;

/**
 * Returns the first result that needs no further attempt, or the last result. Returns `undefined` if the desktop failed
 * in every attempt, which proves nothing about the page. Throws if the page did not load.
 *
 * @param findRetryReason returns the reason for another attempt, or `undefined` to accept the result
 */
export async function runWithRetries(
  flow: Flow,
  language: Language,
  browser: BrowserName,
  findRetryReason: (result: FlowResult) => string | undefined,
): Promise<FlowResult | undefined> {
  let last: FlowResult | undefined;
  let failure: unknown;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    try {
      last = toFlowResult(flow, language, await runFlow(flow, language, browser));
      failure = findRetryReason(last);
      if (failure === undefined) return last;
    } catch (error) {
      failure = error;
    }
    console.log(`${browser}, ${flow.name}, ${language}, attempt ${attempt} of ${MAX_ATTEMPTS}: ${failure}`);
  }
  if (last || failure instanceof DesktopError) return last;
  throw failure;
}

function toFlowResult(flow: Flow, language: Language, speech: readonly StepSpeech[]): FlowResult {
  const expectedVoice = flow.voice ?? language;
  const missingSentences = speech.flatMap(({ keys, missing }) =>
    missing.map((sentence) => `after ${keys}: ${sentence}`),
  );
  const voices = findUnexpectedVoices(
    speech.flatMap(({ spoken }) => spoken),
    expectedVoice,
  );
  const unexpectedVoices = voices.map((voice) => `expected a voice for ${expectedVoice}, got ${voice}`);
  return { transcript: toTranscript(flow, speech), problems: [...missingSentences, ...unexpectedVoices] };
}
