/** A desktop for one screen reader: display, buses, window manager and Orca, all of them started for it alone. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { requireTool } from '@heed/tooling/browsers';
import { startScreen } from '@heed/tooling/screen';
import { readActivity } from './activity.ts';
import { createPrograms, type Programs } from './programs.ts';
import { readSpeech, type Speech } from './speech.ts';

const run = promisify(execFile);
const MODULES = fileURLToPath(new URL('.', import.meta.url));
/** Longest wait for a program to start or for something to be heard, on a machine that does much else. */
const LIMIT_MS = 40_000;
const SAMPLE_MS = 50;
/** This long nothing is spoken and no program has anything to do: the screen reader has finished. */
const QUIET_MS = 500;
/** CPU time that a program at rest may use in `SAMPLE_MS`, for a caret that blinks. */
const REST_TICKS = 1;

/** The user's settings of Orca: keys are not repeated aloud, since a transcript names them. */
const ORCA_SETTINGS = {
  general: { startingProfile: ['Default', 'default'] },
  profiles: {
    default: {
      profile: ['Default', 'default'],
      enableKeyEcho: false,
      enableBraille: false,
      enableSound: false,
      pageSummaryOnLoad: false,
      sayAllOnLoad: false,
    },
  },
  pronunciations: {},
  keybindings: {},
};

export interface Desktop {
  speech: Speech;
  programs: Programs;
  folder: string;
  /** Presses keys one after the other, by their X names such as `Tab` or `shift+Tab`. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Resolves once nothing is spoken and no program is at work any more. */
  rest(): Promise<void>;
  close(): void;
}

/** Something in the machinery has failed, not the page: another attempt may help. */
export class DesktopError extends Error {}

export async function startDesktop(): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-screen-reader-'));
  const screen = await startScreen('1280x900');
  const programs = createPrograms(folder, createEnvironment(folder, screen.display));
  const close = (): void => {
    programs.stop();
    screen.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    await startBuses(programs);
    programs.start(requireTool('windowManager'), []);
    const speech = await startOrca(programs, folder);
    return { ...createControls(programs, speech), speech, programs, folder, close };
  } catch (error) {
    close();
    throw error;
  }
}

function createEnvironment(folder: string, display: string): Record<string, string> {
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  mkdirSync(join(home, '.config'), { recursive: true });
  mkdirSync(runtime, { mode: 0o700 });
  return {
    DISPLAY: display,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, 'bus')}`,
    // Orca's own words, and the format of times.
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    GSETTINGS_BACKEND: 'memory',
    GTK_MODULES: 'gail:atk-bridge',
    GNOME_ACCESSIBILITY: '1',
    ACCESSIBILITY_ENABLED: '1',
    NO_AT_BRIDGE: '0',
  };
}

async function startBuses(programs: Programs): Promise<void> {
  const address = programs.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  programs.start(requireTool('messageBus'), ['--session', '--nofork', '--nopidfile', `--address=${address}`]);
  const ask = (...call: string[]): Promise<boolean> =>
    run('dbus-send', ['--session', '--print-reply', ...call], {
      env: { ...process.env, ...programs.env },
    }).then(
      () => true,
      () => false,
    );
  await waitFor('the message bus', () =>
    ask('--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.ListNames'),
  );
  programs.start(requireTool('accessibilityBus'), ['--launch-immediately', '--a11y=1', '--screen-reader=1']);
  await waitFor('the accessibility bus', () =>
    ask('--dest=org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus.GetAddress'),
  );
}

async function startOrca(programs: Programs, folder: string): Promise<Speech> {
  const settings = join(programs.env['XDG_DATA_HOME'] ?? '', 'orca');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'user-settings.conf'), JSON.stringify(ORCA_SETTINGS));
  const log = join(folder, 'speech.jsonl');
  const orca = programs.start(requireTool('orca'), [], {
    PATH: `${hideOtherOrcas(folder)}:${process.env['PATH']}`,
    PYTHONPATH: MODULES,
    PYTHONDONTWRITEBYTECODE: '1',
    HEED_SPEECH_LOG: log,
    HEED_VOICES: 'en de ar is',
  });
  const speech = readSpeech(log);
  // "Screen reader on."
  await waitFor('Orca', () => speech.count() > 0 || !orca.isRunning());
  if (!orca.isRunning()) throw new DesktopError(`Orca ended. See ${folder}/orca.log`);
  return speech;
}

/** Orca does not start where `pgrep` finds another one of this user, although that is on another desktop. */
function hideOtherOrcas(folder: string): string {
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  writeFileSync(join(programs, 'pgrep'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return programs;
}

function createControls(programs: Programs, speech: Speech): Pick<Desktop, 'press' | 'type' | 'rest'> {
  const env = { ...process.env, ...programs.env };
  const xdotool = async (...args: string[]): Promise<void> => {
    await run(requireTool('keys'), args, { env });
  };
  return {
    press: (...keys) => xdotool('key', '--clearmodifiers', '--delay', '60', ...keys),
    type: (text) => xdotool('type', '--delay', '60', text),
    rest: () => waitForRest(programs, speech),
  };
}

/** A screen reader does not tell that it has finished. The programs that feed it do: they have nothing to do. */
async function waitForRest(programs: Programs, speech: Speech): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  let before = { count: -1, ticks: -1 };
  for (let quietMs = 0; quietMs < QUIET_MS; quietMs += SAMPLE_MS) {
    await pause(SAMPLE_MS);
    const { isBusy, ticks } = readActivity(programs.leaders());
    const count = speech.count();
    if (isBusy || count !== before.count || ticks - before.ticks > REST_TICKS) quietMs = -SAMPLE_MS;
    before = { count, ticks };
    if (Date.now() > end) throw new DesktopError(`the programs did not come to rest in ${LIMIT_MS} ms`);
  }
}

/** @param Failure what to throw where it does not come */
export async function waitFor(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  Failure: new (message: string) => Error = DesktopError,
): Promise<void> {
  for (const end = Date.now() + LIMIT_MS; !(await isTrue()); await pause(SAMPLE_MS))
    if (Date.now() > end) throw new Failure(`${what} did not come in ${LIMIT_MS} ms`);
}
