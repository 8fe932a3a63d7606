/** Compares the speech of every flow with its transcript, in every browser and language. */
import { describe, it, type TestContext } from 'vitest';
import { LANGUAGES, type Flow, type Language } from './flow.ts';
import { flows } from './flows/index.ts';
import { runWithRetries } from './run-with-retries.ts';
import { openRecordings, type Recordings } from './recordings.ts';
import { BROWSERS, type BrowserName } from './desktop/open-browser.ts';
import { describeDifference, toComparable } from './transcript.ts';

/** Allows for three attempts on a busy machine. */
const LIMIT_MS = 6 * 60_000;

describe.concurrent.each(BROWSERS)('%s', (browser) => {
  const recordings = openRecordings(browser);
  if (!recordings.isComparable && !recordings.isWriting) printVersionMismatch(recordings);
  describe.each(flows)('$name', (flow) => {
    it.for(flow.languages ?? LANGUAGES)('in %s', { timeout: LIMIT_MS }, async (language, context) => {
      const runAndCheck = recordings.isWriting ? record : compare;
      await runAndCheck({ flow, language, browser, recordings, context });
    });
  });
});

interface FlowCase {
  flow: Flow;
  language: Language;
  browser: BrowserName;
  recordings: Recordings;
  context: TestContext;
}

function printVersionMismatch({ versions: { recorded, installed } }: Recordings): void {
  console.log(`The transcripts were recorded with ${recorded || 'unknown versions'}; this machine has ${installed}.
Only the required sentences are compared. To record the transcripts again, use -- --write.`);
}

async function compare({ flow, language, browser, recordings, context }: FlowCase): Promise<void> {
  const recorded = recordings.isComparable ? (recordings.read(flow, language) ?? '') : undefined;
  const isSame = (transcript: string): boolean =>
    recorded === undefined || toComparable(flow, transcript) === toComparable(flow, recorded);
  const result = await runWithRetries(flow, language, browser, ({ problems, transcript }) => {
    if (problems.length > 0) return `not heard: ${problems.join('; ')}`;
    return isSame(transcript) ? undefined : `heard ${describeDifference(recorded ?? '', transcript)}`;
  });
  if (!result) return skip(context);
  context.expect.soft(result.problems, result.transcript).toEqual([]);
  if (!isSame(result.transcript)) context.expect.soft(result.transcript).toBe(recorded);
}

/** Records a transcript once two attempts agree, so that it contains no random speech. */
async function record({ flow, language, browser, recordings, context }: FlowCase): Promise<void> {
  const earlier: string[] = [];
  const result = await runWithRetries(flow, language, browser, ({ transcript }) => {
    const comparable = toComparable(flow, transcript);
    if (earlier.includes(comparable)) return undefined;
    const last = earlier.at(-1);
    earlier.push(comparable);
    return last === undefined ? 'heard once' : `heard ${describeDifference(last, comparable)}`;
  });
  if (!result) return skip(context);
  recordings.write(flow, language, result.transcript);
  context.expect(result.problems, result.transcript).toEqual([]);
}

function skip({ skip }: TestContext): void {
  skip('not tested: the screen reader could not complete the flow, see the messages above');
}
