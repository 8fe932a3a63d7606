/** What Orca speaks, read from the log that its speech client writes: see `speechd/__init__.py`. */
import { existsSync, readFileSync } from 'node:fs';

/** Language of the voice for Orca's own words, and for text whose language Orca does not find out. */
export const DEFAULT_VOICE = 'en-US';

/** One utterance. */
export interface Utterance {
  text: string;
  /** Language of the voice that Orca asked for, such as `de`. */
  language: string;
  /** True where Orca silenced it for something else to be heard, so that a user hears nothing or the beginning. */
  isCutOff: boolean;
}

type Entry = ['speak', language: string, ssml: string] | ['stop'];

export interface Speech {
  /** Everything spoken since the last call of `take()`. */
  read(): Utterance[];
  /** Number of entries so far. It grows whenever Orca speaks or is silenced. */
  count(): number;
  /** The same as `read()`, and begins anew. */
  take(): Utterance[];
}

export function readSpeech(file: string): Speech {
  let taken = 0;
  const entries = (): Entry[] => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    // The last one is empty, or still being written.
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

/** Orca marks each word, for a synthesizer that reports where it is. */
function toText(ssml: string): string {
  return ssml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
