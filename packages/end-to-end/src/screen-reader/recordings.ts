/** The transcripts on disk, `transcripts/<browser>/<flow>.<language>.txt`, and the versions that recorded them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { requireTool } from '@heed/tooling/browsers';
import type { Flow, Language } from './flow.ts';
import type { BrowserName } from './desktop/open-browser.ts';

const FOLDER = new URL('transcripts/', import.meta.url);
/** Set by `--write`: transcripts are written instead of compared. */
const isWriting = process.env['HEED_WRITE_TRANSCRIPTS'] === '1';

export interface Recordings {
  /** Whether transcripts are recorded again. */
  isWriting: boolean;
  /**
   * Whether Orca and the browser have the versions of the recording. Other versions may use different words, so only
   * the required sentences are compared.
   */
  isComparable: boolean;
  /** Both versions, for a message. */
  versions: { recorded: string; installed: string };
  read(flow: Flow, language: Language): string | undefined;
  write(flow: Flow, language: Language, transcript: string): void;
}

export function openRecordings(browser: BrowserName): Recordings {
  const versionsFile = new URL(`${browser}/recorded-with.txt`, FOLDER);
  const fileOf = ({ name }: Flow, language: Language): URL =>
    new URL(`${browser}/${name}.${language}.txt`, FOLDER);
  const installed = `Orca ${readVersion('orca', /[\d.]+/)}, ${browser} ${readVersion(browser, /\d+/)}\n`;
  const recorded = readIfExists(versionsFile) ?? '';
  return {
    isWriting,
    isComparable: recorded === installed,
    versions: { recorded: recorded.trim(), installed: installed.trim() },
    read: (flow, language) => readIfExists(fileOf(flow, language)),
    write(flow, language, transcript) {
      mkdirSync(new URL(`${browser}/`, FOLDER), { recursive: true });
      writeFileSync(fileOf(flow, language), transcript);
      writeFileSync(versionsFile, installed);
    },
  };
}

function readIfExists(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readVersion(tool: 'orca' | BrowserName, pattern: RegExp): string {
  const printed = execFileSync(requireTool(tool), ['--version'], { encoding: 'utf8' });
  return pattern.exec(printed)?.[0] ?? printed.trim();
}
