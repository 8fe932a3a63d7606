/** Reads Orca's speech from the log that its speech client writes, see `speechd/__init__.py`. */
import { existsSync, readFileSync } from 'node:fs';

/** Language of the voice for Orca's own speech, and for text whose language Orca does not detect. */
export const DEFAULT_VOICE = 'en-US';

/** One utterance. */
export interface Utterance {
  text: string;
  /** Language of the requested voice, such as `de`. */
  language: string;
  /** Whether Orca interrupted it, so that a user hears only the beginning or nothing. */
  isCutOff: boolean;
}

type Entry = ['speak', language: string, ssml: string] | ['stop'];

export interface Speech {
  /** Returns the speech since the last call of `take()`. */
  read(): Utterance[];
  /** Returns the number of log entries so far, which increases whenever Orca speaks or stops. */
  count(): number;
  /** Returns the same as `read()`, and resets it. */
  take(): Utterance[];
}

export function readSpeech(file: string): Speech {
  let taken = 0;
  const entries = (): Entry[] => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    // The last line is empty or still being written.
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Entry);
  };
  const read = (): Utterance[] => toUtterances(entries().slice(taken));
  return {
    read,
    count: () => entries().length,
    take() {
      const all = entries();
      const spoken = toUtterances(all.slice(taken));
      taken = all.length;
      return spoken;
    },
  };
}

function toUtterances(entries: readonly Entry[]): Utterance[] {
  const lastStop = entries.findLastIndex(([kind]) => kind === 'stop');
  return entries
    .flatMap((entry, index) =>
      entry[0] === 'speak'
        ? [{ language: entry[1], text: toText(entry[2]), isCutOff: index < lastStop }]
        : [],
    )
    .filter(({ text }) => text !== '');
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Removes the marks that Orca adds to each word for synthesizers that report progress. */
function toText(ssml: string): string {
  return ssml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
