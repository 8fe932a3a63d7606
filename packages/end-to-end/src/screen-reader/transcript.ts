/** Writes what was heard as text for a review. */
import type { Flow } from './flow.ts';
import type { Heard } from './run-flow.ts';
import { DEFAULT_VOICE, type Utterance } from './desktop/speech.ts';

/** Reference numbers, also where they are spelled out. A number is another one in each run. */
const REFERENCE = /HD(-\w{3}){3}|H D(, \w \w \w){3}/g;

/** Orca's own mode, and what the focus has left: by chance, as it depends on how fast that goes away. */
const BY_CHANCE = /^(Focus mode|Browse mode|leaving .+\.)$/;
/** The whole page has the focus for a moment when a control goes away that had it, and Orca may notice. */
const ON_THE_WAY = /^(Page )?document web\.$/;

/** A transcript: each key, and below it what was heard, with the language of the voice where Orca asks for one. */
export function toTranscript({ about }: Flow, heard: readonly Heard[]): string {
  const steps = heard.map(({ keys, spoken }) => {
    const lines = dropChance(spoken).map(toLine).join('');
    return `${describeKeys(keys)}\n${lines || `${INDENT}(silence)\n`}`;
  });
  return `${about}\n\n${steps.join('\n')}`;
}

/** Returns what two hearings of a flow have to have in common, besides the required sentences. */
export function toComparable({ onlyRequiredAfter = [] }: Flow, transcript: string): string {
  const steps = transcript.split('\n\n').map((step) => {
    const [keys = ''] = step.split('\n');
    return onlyRequiredAfter.includes(keys) ? keys : step;
  });
  return steps.join('\n\n');
}

/** Returns the first line that differs, for a message. */
export function describeDifference(expected: string, heard: string): string {
  const [before, now] = [expected.split('\n'), heard.split('\n')];
  const index = now.findIndex((line, at) => line !== before[at]);
  const show = (lines: readonly string[]): string => JSON.stringify(lines[index]?.trim() ?? 'the end');
  return index === -1 ? 'it ends before the expected end' : `${show(now)} instead of ${show(before)}`;
}

function dropChance(spoken: readonly Utterance[]): Utterance[] {
  const last = spoken.length - 1;
  const isOnTheWay = (index: number): boolean => index < last && ON_THE_WAY.test(spoken[index]?.text ?? '');
  return spoken.filter(({ text }, index) => {
    const isTitle = text === 'Page' && isOnTheWay(index + 1);
    return !BY_CHANCE.test(text) && !isTitle && !isOnTheWay(index);
  });
}

const INDENT = '        ';

function describeKeys(keys: string): string {
  return keys.startsWith('"') ? `types ${keys}"` : keys;
}

function toLine({ language, text, isCutOff }: Utterance): string {
  const voice = language === DEFAULT_VOICE ? '' : language;
  const normal = text.replaceAll(REFERENCE, 'HD-…');
  return `    ${voice.padEnd(4)}${normal}${isCutOff ? '  (cut off)' : ''}\n`;
}
