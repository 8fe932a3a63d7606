/** Every flow is heard in every browser and language as its transcript says. */
import { describe, it, type TestContext } from 'vitest';
import { LANGUAGES, type Flow, type Language } from './flow.ts';
import { flows } from './flows/index.ts';
import { listen } from './run-with-retries.ts';
import { openRecordings, type Recordings } from './recordings.ts';
import { BROWSERS, type BrowserName } from './desktop/open-browser.ts';
import { describeDifference, toComparable } from './transcript.ts';

/** Three attempts on a machine that does much else. */
const LIMIT_MS = 6 * 60_000;

describe.concurrent.each(BROWSERS)('%s', (browser) => {
  const recordings = openRecordings(browser);
  if (!recordings.isComparable && !recordings.isWriting) tellVersions(recordings);
  describe.each(flows)('$name', (flow) => {
    it.for(flow.languages ?? LANGUAGES)('in %s', { timeout: LIMIT_MS }, async (language, context) => {
      const listenAndJudge = recordings.isWriting ? record : compare;
      await listenAndJudge({ flow, language, browser, recordings, context });
    });
  });
});

interface Trial {
  flow: Flow;
  language: Language;
  browser: BrowserName;
  recordings: Recordings;
  context: TestContext;
}

function tellVersions({ versions: { recorded, installed } }: Recordings): void {
  console.log(`The transcripts were recorded with ${recorded || 'nothing'}; this machine has ${installed}.
Only the sentences that the flows require are compared. Write the transcripts anew with -- --write.`);
}

async function compare({ flow, language, browser, recordings, context }: Trial): Promise<void> {
  const recorded = recordings.isComparable ? (recordings.read(flow, language) ?? '') : undefined;
  const isSame = (transcript: string): boolean =>
    recorded === undefined || toComparable(flow, transcript) === toComparable(flow, recorded);
  const hearing = await listen(flow, language, browser, ({ losses, transcript }) => {
    if (losses.length > 0) return `not heard: ${losses.join('; ')}`;
    return isSame(transcript) ? undefined : `heard ${describeDifference(recorded ?? '', transcript)}`;
  });
  if (!hearing) return skip(context);
  context.expect.soft(hearing.losses, hearing.transcript).toEqual([]);
  if (!isSame(hearing.transcript)) context.expect.soft(hearing.transcript).toBe(recorded);
}

/** Writes what has been heard twice, so that no transcript holds a chance. */
async function record({ flow, language, browser, recordings, context }: Trial): Promise<void> {
  const before: string[] = [];
  const hearing = await listen(flow, language, browser, ({ transcript }) => {
    const comparable = toComparable(flow, transcript);
    if (before.includes(comparable)) return undefined;
    const last = before.at(-1);
    before.push(comparable);
    return last === undefined ? 'heard once' : `heard ${describeDifference(last, comparable)}`;
  });
  if (!hearing) return skip(context);
  recordings.write(flow, language, hearing.transcript);
  context.expect(hearing.losses, hearing.transcript).toEqual([]);
}

function skip({ skip }: TestContext): void {
  skip('not tried: the screen reader could not be run to the end, see the messages above');
}
