/** Formats speech as text for review. */
import type { Flow } from './flow.ts';
import type { StepSpeech } from './run-flow.ts';
import { DEFAULT_VOICE, type Utterance } from './desktop/speech.ts';

/** Reference numbers, which differ in each run, also spelled out. */
const REFERENCE = /HD(-\w{3}){3}|H D(, \w \w \w){3}/g;

/** Orca's mode, and the container that the focus leaves. Whether Orca speaks them depends on timing. */
const RANDOM_SPEECH = /^(Focus mode|Browse mode|leaving .+\.)$/;
/** The document briefly receives the focus when the focused control is removed. Orca may announce it. */
const TRANSIENT_FOCUS = /^(Page )?document web\.$/;

/** Returns a transcript: each key, followed by the speech, with the language of the voice if Orca requests one. */
export function toTranscript({ about }: Flow, speech: readonly StepSpeech[]): string {
  const steps = speech.map(({ keys, spoken }) => {
    const lines = dropRandomSpeech(spoken).map(toLine).join('');
    return `${describeKeys(keys)}\n${lines || `${INDENT}(silence)\n`}`;
  });
  return `${about}\n\n${steps.join('\n')}`;
}

/** Returns the part of a transcript that must be the same in every run. */
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
  return index === -1 ? 'the transcript ends early' : `${show(now)} instead of ${show(before)}`;
}

function dropRandomSpeech(spoken: readonly Utterance[]): Utterance[] {
  const last = spoken.length - 1;
  const isTransient = (index: number): boolean =>
    index < last && TRANSIENT_FOCUS.test(spoken[index]?.text ?? '');
  return spoken.filter(({ text }, index) => {
    const isTitle = text === 'Page' && isTransient(index + 1);
    return !RANDOM_SPEECH.test(text) && !isTitle && !isTransient(index);
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
